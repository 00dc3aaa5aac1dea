package dev.hearken.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house stands as docs/architecture.md draws it, and a house built wrong is noticed. */
class FloorPlanTest {
    private static final String MISBUILT = "dev.hearken.checks.misbuilt";
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // What other modules' tests share comes packed, too.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.hearken");
    private static final JavaClasses MISBUILT_HOUSE = new ClassFileImporter().importPackages(MISBUILT);

    @Test
    void everyRoomIsInThePlanAndUsesOnlyWhatItMay() {
        assertThat(HOUSE).hasSizeGreaterThan(10);
        assertThat(FloorPlan.of("dev.hearken").faultsOf(HOUSE)).isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(unmarkedPackagesOf(HOUSE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRulesOfTheHouseHold(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    @Test
    void aRoomThatReachesForwardAndARoomNobodyPlannedAreFaults() {
        assertThat(FloorPlan.of(MISBUILT).faultsOf(MISBUILT_HOUSE))
                .containsExactly(
                        "room core.attic is not in the floor plan",
                        "room core.task may not use core.features: ReachesForward uses LaterHelper");
    }

    @Test
    void anUnmarkedPackageIsNoticed() {
        assertThat(unmarkedPackagesOf(MISBUILT_HOUSE)).contains(MISBUILT + ".core.attic");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleOfTheHouseCatchesTheMisbuiltOne(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(MISBUILT_HOUSE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(MISBUILT);
    }

    private static Stream<ArchRule> rules() {
        return Stream.of(
                HouseRules.NAMES_SAY_WHAT_A_CLASS_IS,
                HouseRules.TRAINING_ENGINE_STAYS_IN_ITS_ROOMS,
                HouseRules.NO_SCALAR_THAT_CORRUPTS_A_GRADIENT,
                HouseRules.NO_SWISH_THAT_CORRUPTS_A_GRADIENT,
                HouseRules.ONNX_RUNTIME_STAYS_IN_ITS_ROOMS,
                HouseRules.NO_FOREIGN_EXCEPTION_LEAVES_ITS_ROOM,
                HouseRules.SQL_STAYS_IN_THE_STORE,
                HouseRules.ONLY_THE_COMMAND_LINE_PRINTS);
    }

    private static Set<String> unmarkedPackagesOf(JavaClasses classes) {
        return classes.stream()
                .filter(javaClass -> !HouseRules.isNullMarked(javaClass))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
    }
}
