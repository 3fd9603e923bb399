package io.calsync.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.calsync.ui.kit.Habit;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the help lists is handled: the other way round is [Wall#KEYS_ARE_HABITS].
class HabitTest {
    private static final JavaClasses PRODUCT = ArchitectureTest.product();

    @ParameterizedTest
    @EnumSource
    void itsScreenAsksForIt(Habit habit) {
        String screen = "io.calsync.ui." + habit.screen().name().toLowerCase(Locale.ROOT);
        assertTrue(PRODUCT.get(Habit.class).getField(habit.name()).getAccessesToSelf().stream()
                .anyMatch(access -> access.getOriginOwner().getPackageName().startsWith(screen)),
                habit + " is not handled");
    }
}
