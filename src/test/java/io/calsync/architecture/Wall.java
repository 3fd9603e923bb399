package io.calsync.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;

/// The walls between the packages, and what no class may do. Each is a function of the root package, so that it can be
/// held against the product and against a fixture that breaks it.
enum Wall {
    DOMAIN_USES_NOTHING(mayUse("domain")),
    TEXT_USES_DOMAIN(mayUse("text", "domain")),
    SANDBOX_USES_DOMAIN(mayUse("sandbox", "text", "domain")),
    SYNC_USES_DOMAIN(mayUse("sync", "text", "domain")),
    CALCOM_USES_SYNC(mayUse("calcom", "sync", "text", "domain")),
    STORE_USES_SYNC(mayUse("store", "sync", "text", "domain")),
    EXCHANGE_USES_SYNC(mayUse("exchange", "sync", "text", "domain")),
    CLI_USES_SYNC(mayUse("cli", "exchange", "sync", "text", "domain")),
    KIT_USES_SYNC(mayUse("ui.kit", "sync", "text", "domain")),
    UI_USES_SYNC(mayUse("ui", "exchange", "sync", "text", "domain")),

    DOMAIN_IS_PLAIN_JAVA(root -> noClasses()
            .that().resideInAPackage(root + ".domain..")
            .should().dependOnClassesThat(not(resideInAnyPackage(root + ".domain..", "java..", "org.jspecify..")))),
    JAVAFX_IN_UI(only("ui", "app").touch("javafx..", "org.controlsfx..", "org.kordamp..", "atlantafx..")),
    OKHTTP_IN_CALCOM(only("calcom").touch("okhttp3..", "okio..")),
    FILE_FORMATS_IN_EXCHANGE(
            only("exchange").touch("de.siegmar.fastcsv..", "org.dhatim.fastexcel..", "org.apache.pdfbox..")),
    SQL_IN_STORE(only("store").touch("java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "org.h2..")),

    ONE_BRIDGE_TO_THE_UI_THREAD(root -> classes().should(new OneBridge(root + ".ui.kit"))),
    SCREENS_DO_NOT_MEET(root -> slices().matching(root + ".ui.(*)..")
            .should().notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage(root + ".ui.kit.."))),
    KEYS_ARE_HABITS(root -> noClasses()
            .that().resideInAnyPackage(root + ".ui.services..", root + ".ui.review..", root + ".ui.history..",
                    root + ".ui.overview..", root + ".ui.settings..")
            .should().accessFieldWhere(target(owner(assignableTo(KeyCode.class))))),
    UI_HAS_NO_CYCLES(root -> slices().matching(root + ".ui.(*)..").should().beFreeOfCycles()),

    NO_MUTABLE_STATIC(root -> fields()
            .that().areStatic().and().areDeclaredInClassesThat().resideInAPackage(root + "..")
            .should().beFinal()),
    WORDS_ONLY_FROM_CLI(root -> noClasses()
            .that().resideOutsideOfPackage(root + ".cli..").and().doNotHaveFullyQualifiedName(root + ".app.Main")
            .should()
            .accessTargetWhere(target(owner(assignableTo(System.class))).and(target(nameMatching("out|err"))))),
    NO_NEW_THREAD(root -> noClasses()
            .that().resideInAPackage(root + "..")
            .should().callConstructorWhere(target(owner(assignableTo(Thread.class))))),
    TIME_FROM_A_CLOCK(root -> noClasses()
            .that().resideInAPackage(root + "..")
            .should().callMethodWhere(describe("the target reads the machine's clock", Wall::readsTheClock))),

    ROWS_LIVE_IN_STORE(root -> classes()
            .that().implement(root + ".sync.Rows")
            .should().resideInAPackage(root + ".store..")),
    ROWS_CHANGE_THROUGH_SYNC(root -> noClasses()
            .that().resideOutsideOfPackages(root + ".sync..", root + ".store..")
            .should().callMethodWhere(target(owner(assignableTo(root + ".sync.Rows")))
                    .and(target(nameMatching("update.*")))));

    private final Function<String, ArchRule> rule;

    Wall(Function<String, ArchRule> rule) {
        this.rule = rule;
    }

    ArchRule under(String root) {
        return rule.apply(root);
    }

    /// The package of the fixture that breaks this wall.
    String fixture() {
        return Wall.class.getPackageName() + ".fixture." + name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /// A row of the package table: the package sees itself and those named, nothing else of ours. What a package of `ui`
    /// sees of another is for the walls between screens.
    private static Function<String, ArchRule> mayUse(String pack, String... others) {
        return root -> noClasses()
                .that().resideInAPackage(root + "." + pack + "..")
                .should().dependOnClassesThat(resideInAPackage(root + "..")
                        .and(not(resideInAnyPackage(Stream.concat(Stream.of(pack), Arrays.stream(others))
                                .map(name -> root + "." + name + "..")
                                .toArray(String[]::new)))));
    }

    private static boolean readsTheClock(JavaMethodCall call) {
        var target = call.getTarget();
        return target.getFullName().equals("java.lang.System.currentTimeMillis()")
                || target.getOwner().getPackageName().equals("java.time") && target.getName().equals("now")
                        && target.getRawParameterTypes().isEmpty();
    }

    private static Reserved only(String... packs) {
        return new Reserved(List.of(packs));
    }

    /// Libraries that stay inside some packages.
    private record Reserved(List<String> packs) {
        Function<String, ArchRule> touch(String... libraries) {
            return root -> noClasses()
                    .that().resideInAPackage(root + "..")
                    .and().resideOutsideOfPackages(packs.stream().map(name -> root + "." + name + "..")
                            .toArray(String[]::new))
                    .should().dependOnClassesThat().resideInAnyPackage(libraries);
        }
    }
}
