"""Makes a run in a folder with MLflow's own client. usage: make_run.py DIR"""

import pathlib
import sys

import mlflow

folder = pathlib.Path(sys.argv[1]).resolve()
client = mlflow.MlflowClient(tracking_uri=folder.as_uri())
run = client.create_run(client.create_experiment("theirs"), run_name="by-python").info.run_id
client.log_param(run, "learning_rate", 0.1)
for epoch in (1, 2, 3):
    client.log_metric(run, "val/loss", 1.0 / epoch, step=epoch)
client.log_metric(run, "broken", float("nan"))
client.set_tag(run, "who", "somebody")
client.log_text(run, "what was heard\n", "notes/remark.txt")
client.set_terminated(run)
print(run)
