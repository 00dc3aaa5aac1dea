package dev.hearken.core.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hearken.core.inference.ExecutionProvider.Choice;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The build's ONNX Runtime computes on the processor alone; where another is put in its place, the second test says so. */
class ExecutionProviderTest {
    @Test
    void theProcessorIsAlwaysThere() {
        assertThat(ExecutionProvider.choose("cpu")).isEqualTo(new Choice(ExecutionProvider.CPU, Optional.empty()));
        assertThat(ExecutionProvider.choose("auto").trouble()).isEmpty();
    }

    @Test
    void whoAsksForWhatIsNotThereGetsTheProcessorAndIsTold() {
        Choice choice = ExecutionProvider.choose("cuda");
        if (choice.provider() == ExecutionProvider.CPU) {
            assertThat(choice.trouble().orElseThrow()).startsWith("CUDA was asked for: ");
        } else {
            assertThat(choice.trouble()).isEmpty();
        }
    }

    @Test
    void anotherWordIsNoProvider() {
        assertThatIllegalArgumentException().isThrownBy(() -> ExecutionProvider.choose("abacus"));
    }
}
