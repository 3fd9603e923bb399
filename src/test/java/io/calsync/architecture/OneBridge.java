package io.calsync.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.SortedMap;
import java.util.TreeMap;

/// One class, in one package, hands work to the UI thread; a second one, or one elsewhere, is a violation.
final class OneBridge extends ArchCondition<JavaClass> {
    private final String home;
    private final SortedMap<String, JavaClass> callers = new TreeMap<>();

    OneBridge(String home) {
        super("reach the UI thread through one class of " + home);
        this.home = home;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var calls = type.getCodeUnitAccessesFromSelf().stream()
                .anyMatch(access -> access.getTargetOwner().getName().equals("javafx.application.Platform")
                        && access.getName().equals("runLater"));
        if (!calls) return;
        var top = outermost(type);
        if (top.getPackageName().equals(home)) {
            callers.put(top.getName(), top);
        } else {
            events.add(
                    SimpleConditionEvent.violated(type, type.getName() + " calls Platform.runLater outside " + home));
        }
    }

    @Override
    public void finish(ConditionEvents events) {
        callers.values().stream()
                .skip(1)
                .forEach(type -> events.add(SimpleConditionEvent.violated(type,
                        type.getName() + " is a second class that calls Platform.runLater, beside "
                                + callers.firstKey())));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(OneBridge::outermost).orElse(type);
    }
}
