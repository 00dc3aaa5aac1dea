package dev.hearken.core.features;

import dev.hearken.core.graph.GraphBuilder;

record SpeechEmbedding(int sampleRateHz) implements FrontEnd {
    @Override
    public FrameGrid grid() {
        return FrameGrid.of(1, 1);
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public int frames(int samples) {
        return 1;
    }

    @Override
    public String appendTo(GraphBuilder graph, String audio) {
        return audio;
    }
}
