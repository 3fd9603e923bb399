package io.calsync.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every command has.
final class Globals {
    @Option(names = "--workspace", paramLabel = "DIR", scope = ScopeType.INHERIT)
    @Nullable Path workspace;

    @Option(names = "--sample", scope = ScopeType.INHERIT) boolean sample;

    @Option(names = "--json", scope = ScopeType.INHERIT) boolean json;

    @Option(names = "--lang", paramLabel = "en|de", scope = ScopeType.INHERIT) String language = "";

    @Option(names = "--operator", paramLabel = "NAME[:ROLE]", scope = ScopeType.INHERIT) String operator = "";

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT) boolean help;
}
