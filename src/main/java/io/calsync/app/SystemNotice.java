package io.calsync.app;

import io.calsync.domain.SyncStatus;
import io.calsync.ui.kit.Happenings.Happening;
import io.calsync.ui.kit.Words;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows a notification by the system's own command. Where there is none, nothing is shown; the window's bell counts all
/// the same. Texts travel as arguments or environment, never inside a script.
record SystemNotice(String system) {
    private static final Logger LOG = LoggerFactory.getLogger(SystemNotice.class);
    private static final String TITLE = "CALSYNC_TITLE";
    private static final String TEXT = "CALSYNC_TEXT";

    /// What of PowerShell shows a toast; the application is PowerShell's own, because ours is not registered.
    private static final String TOAST = """
            $m=[Windows.UI.Notifications.ToastNotificationManager,Windows.UI.Notifications,ContentType=WindowsRuntime];\
            $x=$m::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText02);\
            $t=$x.GetElementsByTagName('text');\
            [void]$t.Item(0).AppendChild($x.CreateTextNode($env:CALSYNC_TITLE));\
            [void]$t.Item(1).AppendChild($x.CreateTextNode($env:CALSYNC_TEXT));\
            $a='{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe';\
            $m::CreateToastNotifier($a).Show([Windows.UI.Notifications.ToastNotification]::new($x))""";

    /// What came together, in a sentence.
    static String sentence(List<Happening> came, Words words) {
        if (came.size() == 1) {
            var only = came.getFirst();
            return words.say(only.status() == SyncStatus.CONFLICT ? "notice.conflict" : "notice.error", only.name());
        }
        long conflicts = came.stream().filter(one -> one.status() == SyncStatus.CONFLICT).count();
        return words.say("notice.many", conflicts, came.size() - conflicts);
    }

    /// Not on the UI thread.
    void show(String title, String text) {
        var command = new ProcessBuilder(command(title, text)).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        command.environment().putAll(Map.of(TITLE, title, TEXT, text));
        try {
            command.start();
        } catch (IOException e) {
            LOG.info("no notification of the system: {}", e.getMessage());
        }
    }

    List<String> command(String title, String text) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) return List.of("powershell", "-NoProfile", "-Command", TOAST);
        if (name.startsWith("mac"))
            return List.of("osascript", "-e", "on run argv", "-e",
                    "display notification (item 2 of argv) with title (item 1 of argv)", "-e", "end run", title, text);
        // The text may hold marks of HTML, the title may not.
        String plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return List.of("notify-send", "--app-name=Calsync Console", "--", title, plain);
    }
}
