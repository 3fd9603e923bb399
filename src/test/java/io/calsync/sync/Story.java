package io.calsync.sync;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// One fixed history of a [World], told in a sentence.
record Story(String sentence, int services, Told told) {
    Story(String sentence, Told told) {
        this(sentence, 3, told);
    }

    static Stream<DynamicTest> all(Story... stories) {
        return Arrays.stream(stories).map(story -> DynamicTest.dynamicTest(story.sentence, story::play));
    }

    private void play() throws ProblemException {
        var world = new World(services);
        told.in(world);
        world.workspace.assertTrailReplays();
    }

    @FunctionalInterface
    interface Told {
        void in(World world) throws ProblemException;
    }
}
