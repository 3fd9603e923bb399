package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.SyncStatus;
import io.calsync.sandbox.SandboxServer;
import org.junit.jupiter.api.Test;

/// A Cal.com that goes away and comes back while a person works: the real window, store, scheduler and HTTP.
class OfflineWindowTest extends SandboxWindow {
    @Test
    void workGoesOnWithoutCalcomAndTheQueueRunsWhenItIsBack() throws Exception {
        manager();
        int port = sandbox.port();
        sandbox.close();
        var view = views().getFirst();
        workspace.service().editing().save(view.id(), view.values(), Patch.of(Field.BUFFER_BEFORE, 25L));
        until(() -> shows("#unreachable-banner") && textBelow("#unreachable-banner").contains("1 service waits"));
        String said = textBelow("#unreachable-banner");
        assertTrue(said.contains("Cal.com cannot be reached since") && said.contains("is from"), said);
        assertTrue(said.contains("You can go on working"), said);
        picture("offline");

        sandbox = SandboxServer.start(options().port(port));
        until(() -> !shows("#unreachable-banner") && count(SyncStatus.SYNCED) == services());
        assertTrue(!shows("#problem-banner"));
    }
}
