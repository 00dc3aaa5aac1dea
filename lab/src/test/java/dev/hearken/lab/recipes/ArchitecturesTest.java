package dev.hearken.lab.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.lab.network.ParameterDeclarations;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitecturesTest {
    static Stream<Arguments> networksOfRecipes() {
        return Recipe.all().stream()
                .flatMap(recipe -> recipe.networks().stream()
                        .filter(network -> !network.equals(Architectures.WAV2VEC2)) // wants a file: Wav2Vec2Test
                        .map(network -> Arguments.of(recipe, network)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("networksOfRecipes")
    void everyNetworkARecipeNamesFitsItsFrontEnd(Recipe recipe, String network) {
        Settings settings = recipe.defaults(network);
        Plan plan = recipe.plan(settings.windowSeconds() > 0 ? settings : settings.with("window_seconds=1"), 3);
        int frames = plan.frontEnd().frames(plan.window().samples());

        assertThat(frames).isPositive();
        assertThat(ParameterDeclarations.of(
                        plan.network(), frames, plan.frontEnd().channels()))
                .isNotEmpty();
    }
}
