package dev.hearken.checks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** What holds in every room, beside who may use whom. */
final class HouseRules {
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveNameMatching(".*[.$](\\w*(Utils?|Helpers?|Manager|Impl|Common)|Util|Misc)")
            .because("such a name says where code was put, not what it is");

    static final ArchRule TRAINING_ENGINE_STAYS_IN_ITS_ROOMS = noClasses()
            .that()
            .resideOutsideOfPackages("..lab.network..", "..lab.training..", "..lab.export..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..");

    static final ArchRule NO_SCALAR_THAT_CORRUPTS_A_GRADIENT = noClasses()
            .should()
            .callMethodWhere(target(nameMatching("mul|div|pow"))
                    .and(target(rawParameterTypes(Number.class)))
                    .and(target(owner(describe("an NDArray", ofType -> ofType.isAssignableTo(NDArray.class))))))
            .because("the scalar's buffer may be freed before the backward pass, and the gradient is silently wrong;"
                    + " keep scalars as NDArrays of the step's manager");

    static final ArchRule NO_SWISH_THAT_CORRUPTS_A_GRADIENT = noClasses()
            .should()
            .callMethodWhere(target(nameMatching("swish.*"))
                    .and(target(owner(describe("Activation", owner -> owner.isEquivalentTo(Activation.class))))))
            .because("its scalar's buffer may be freed before the backward pass");

    /** What runs graphs; beside it lies {@code ai.onnxruntime.platform}, plain Java that converts half precision. */
    static final ArchRule ONNX_RUNTIME_STAYS_IN_ITS_ROOMS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..core.features..",
                    "..core.inference..",
                    "..core.streaming..",
                    "..lab.synthesis..",
                    "..lab.alignment..",
                    "..lab.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnxruntime", "ai.onnxruntime.providers..");

    static final ArchRule NO_FOREIGN_EXCEPTION_LEAVES_ITS_ROOM = noCodeUnits()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should()
            .declareThrowableOfType(describe(
                    "OrtException or SQLException",
                    type -> type.getName().equals("ai.onnxruntime.OrtException")
                            || type.isAssignableTo("java.sql.SQLException")));

    static final ArchRule SQL_STAYS_IN_THE_STORE = noClasses()
            .that()
            .resideOutsideOfPackage("..store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql..");

    static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS =
            noClasses().that().resideOutsideOfPackage("..cli..").should(ACCESS_STANDARD_STREAMS);

    private HouseRules() {}

    /** Whether {@code packageInfo} is marked, so that null is an answer only where a signature says so. */
    static boolean isNullMarked(JavaClass packageInfo) {
        return packageInfo.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
    }
}
