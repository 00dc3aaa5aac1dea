package dev.hearken.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearken.core.HearkenException;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.core.task.LabelSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class DetectionRuleTest {
    private static final DetectionRule RULE = new DetectionRule(5, 8_000, 12_000);
    private static final List<OperatingPoint> POINTS = List.of(new OperatingPoint("hello", 0.7, 37, 903, 12, 24));

    @Test
    void aModelFileKeepsItsRuleAndItsThresholds() {
        ModelFile written = ModelFile.of(new GraphBuilder(), plain().withDetection(RULE, POINTS));

        ModelMetadata read = ModelFile.parse(written.toBytes()).metadata();

        assertThat(read.detection()).contains(RULE);
        assertThat(read.operatingPoints()).isEqualTo(POINTS);
        assertThat(read.withMetrics(JsonNodeFactory.instance.objectNode()).detectionRule())
                .isEqualTo(RULE);
    }

    @Test
    void aModelThatNamesNoRuleFollowsTheUsualOne() {
        ModelMetadata read = ModelFile.parse(
                        ModelFile.of(new GraphBuilder(), plain()).toBytes())
                .metadata();

        assertThat(read.detection()).isEmpty();
        assertThat(read.detectionRule()).isEqualTo(new DetectionRule(3, 16_000, 32_000));
    }

    @Test
    void theRefractoryIsWaitedForWhole() {
        // 1 s is 12.5 hops of 80 ms.
        assertThat(DetectionRule.standard(16_000, 32_000).refractoryFrames(1_280))
                .isEqualTo(13);
        assertThat(new DetectionRule(1, 0, 1).refractoryFrames(1_280)).isZero();
    }

    @Test
    void anImpossibleRuleIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DetectionRule(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new DetectionRule(1, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new DetectionRule(1, 1, 0));
        Map<String, String> broken = new HashMap<>(plain().toProperties());
        broken.put("hearken.detection", "{\"smoothingFrames\": 0, \"refractorySamples\": 1, \"eventSamples\": 1}");
        assertThatThrownBy(() -> ModelMetadata.fromProperties(broken))
                .isInstanceOf(HearkenException.class)
                .extracting(failure -> ((HearkenException) failure).code())
                .isEqualTo("MODEL_METADATA");
    }

    private static ModelMetadata plain() {
        return new ModelMetadata(
                "phrase",
                LabelSet.of("hello", "_background_"),
                16_000,
                32_000,
                1_280,
                List.of(),
                JsonNodeFactory.instance.objectNode(),
                new Provenance("phrase", Map.of(), 1, "", 0, Map.of(), "2026-01-01T00:00:00Z"),
                List.of());
    }
}
