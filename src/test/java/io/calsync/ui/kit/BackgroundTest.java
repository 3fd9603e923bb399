package io.calsync.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class BackgroundTest {
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final Background background = new Background(heard::add, heard::add);

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void workRunsElsewhereAndItsResultArrivesOnTheUiThread() throws InterruptedException {
        background.call(() -> Platform.isFxApplicationThread())
                .result(outcome -> heard.add(List.of(outcome, Platform.isFxApplicationThread())))
                .always(() -> heard.add("end"))
                .start();
        assertEquals(List.of(false, true), next());
        assertEquals("end", next());
    }

    @Test
    void aProblemWithoutAPlaceIsShownAsABanner() throws InterruptedException {
        background.run(() -> {
            throw new ProblemException(new Problem.NotConnected());
        }).start();
        assertInstanceOf(Problem.NotConnected.class, next());
    }

    @Test
    void whatNobodyForesawIsNeverLost() throws InterruptedException {
        background.run(() -> {
            throw new IllegalStateException("unforeseen");
        }).always(() -> heard.add("end")).start();
        var both = new HashSet<String>();
        both.add(next().toString());
        both.add(next().toString());
        assertEquals(Set.of("end", "java.lang.IllegalStateException: unforeseen"), both);
    }

    @Test
    void aThousandChangesAreShownInAFewGoes() throws InterruptedException {
        var gate = new CountDownLatch(1);
        var goes = new LinkedBlockingQueue<Set<Long>>();
        var feed = background.<Set<Long>>coalesced(ids -> {
            await(gate);
            return ids;
        }, goes::add);
        for (long id = 0; id < 1_000; id++) feed.accept(Set.of(id));
        gate.countDown();
        var all = new HashSet<Long>();
        int shown = 0;
        while (all.size() < 1_000) {
            var some = goes.poll(10, TimeUnit.SECONDS);
            assertTrue(some != null, "ids were lost");
            all.addAll(some);
            shown++;
        }
        assertTrue(shown <= 3, "it was shown " + shown + " times");
    }

    @Test
    void theSameFailureHasTheSameCode() {
        var failure = new IllegalStateException("x");
        assertEquals(ErrorWindow.code(failure), ErrorWindow.code(failure));
        assertTrue(ErrorWindow.code(failure).matches("CC-[0-9A-F]{8}"));
        assertFalse(ErrorWindow.code(failure).equals(ErrorWindow.code(new IllegalArgumentException("x"))));
    }

    private Object next() throws InterruptedException {
        var one = heard.poll(10, TimeUnit.SECONDS);
        if (one == null) throw new AssertionError("nothing was heard");
        return one;
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
