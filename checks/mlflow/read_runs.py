"""Prints every run an MLflow tracking store holds, as MLflow's own client reads it: one JSON object a line.

usage: read_runs.py TRACKING_URI EXPERIMENT DOWNLOADS
"""

import hashlib
import json
import pathlib
import sys

import mlflow

uri, experiment, downloads = sys.argv[1:]
mlflow.set_tracking_uri(uri)
client = mlflow.MlflowClient()


def files(run_id, folder=None):
    for entry in client.list_artifacts(run_id, folder):
        if entry.is_dir:
            yield from files(run_id, entry.path)
        else:
            yield entry.path


def sha256(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


found = client.search_runs([client.get_experiment_by_name(experiment).experiment_id])
for run in found:
    run_id = run.info.run_id
    print(json.dumps({
        "id": run_id,
        "status": run.info.status,
        "params": run.data.params,
        "tags": run.data.tags,
        "metrics": run.data.metrics,
        "history": {
            key: [[point.step, point.value] for point in client.get_metric_history(run_id, key)]
            for key in run.data.metrics
        },
        "artifacts": {
            path: sha256(client.download_artifacts(run_id, path, downloads)) for path in files(run_id)
        },
        "versions": [
            {
                "name": version.name,
                "version": int(version.version),
                "sha256": sha256(next(pathlib.Path(
                    mlflow.artifacts.download_artifacts(f"models:/{version.name}/{version.version}")).glob("*.onnx"))),
            }
            for version in (client.search_model_versions(f"run_id='{run_id}'") if uri.startswith("http") else [])
        ],
    }))
