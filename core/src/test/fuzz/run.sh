#!/bin/bash
# Fuzzes the way in for recordings: run.sh SECONDS CLASSPATH, in the core module's folder. Called by `mvn -Pfuzz exec:exec@fuzz`.
set -eu
seconds=$1
classpath=$2
seeds=src/test/resources/dev/hearken/core/audio
work=target/fuzz
mkdir -p $work/corpus $work/findings
# The inputs that grew in earlier runs come first: libFuzzer adds new ones to the first folder named.
exec nice java -Xmx1500m -Djava.io.tmpdir=/tmp -cp "$classpath" com.code_intelligence.jazzer.Jazzer \
    --target_class=dev.hearken.core.audio.AudioFuzzer \
    --instrumentation_includes='dev.hearken.**:com.jcraft.**:javazoom.**' \
    --custom_hook_excludes='**' \
    --reproducer_path=$work/findings \
    -artifact_prefix=$work/findings/ \
    -max_len=8000 -timeout=300 -rss_limit_mb=3000 -max_total_time="$seconds" -print_final_stats=1 \
    $work/corpus $seeds/clips $seeds/fuzz
