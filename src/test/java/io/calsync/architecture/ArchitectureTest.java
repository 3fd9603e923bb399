package io.calsync.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.calsync.sync.Rows;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds every wall against the product, and against a fixture that breaks it: a rule that cannot fail is none.
class ArchitectureTest {
    private static final JavaClasses PRODUCT = product();

    @ParameterizedTest
    @EnumSource
    void theProductKeeps(Wall wall) {
        wall.under("io.calsync").check(PRODUCT);
    }

    @ParameterizedTest
    @EnumSource
    void aViolationIsFound(Wall wall) {
        var fixture = new ClassFileImporter().importPackages(wall.fixture());
        var report = wall.under(wall.fixture()).evaluate(fixture).getFailureReport();
        assertFalse(report.isEmpty(), wall + " lets the fixture pass");
        assertTrue(report.getDetails().stream().allMatch(detail -> detail.contains("Violator")), report::toString);
    }

    static JavaClasses product() {
        try {
            // By place, not by package: the fixtures lie in the same packages of the test classes.
            return new ClassFileImporter()
                    .importPath(Path.of(Rows.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
