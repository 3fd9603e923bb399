package io.calsync.ui.kit;

import io.calsync.sync.Report;
import java.util.ArrayList;
import java.util.Locale;

/// What a run did, as one line.
final class RunSummary {
    private RunSummary() {}

    static String of(Report report, Words words) {
        var parts = new ArrayList<String>();
        if (report.end() != Report.End.COMPLETE)
            parts.add(words.say("run." + report.end().name().toLowerCase(Locale.ROOT)));
        if (!report.pushed().isEmpty()) parts.add(words.texts().count("run.pushed", report.pushed().size()));
        if (!report.conflicts().isEmpty()) parts.add(words.texts().count("run.conflicts", report.conflicts().size()));
        if (!report.failed().isEmpty()) parts.add(words.texts().count("run.failed", report.failed().size()));
        if (report.unlinked() > 0) parts.add(words.texts().count("run.unlinked", report.unlinked()));
        if (parts.isEmpty()) parts.add(words.say("run.nothing"));
        return String.join(", ", parts);
    }
}
