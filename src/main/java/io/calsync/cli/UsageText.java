package io.calsync.cli;

import io.calsync.text.Texts;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with a command line, in a person's language.
final class UsageText {
    private UsageText() {}

    static String of(ParameterException wrong, Texts texts) {
        var command = wrong.getCommandLine();
        return switch (wrong) {
            case UnmatchedArgumentException unmatched ->
                    texts.say("cli.usage.unknown", String.join(" ", unmatched.getUnmatched()));
            case MissingParameterException missing -> texts.say("cli.usage.missing",
                    missing.getMissing().stream().map(UsageText::name).collect(Collectors.joining(", ")));
            case OverwrittenOptionException twice -> texts.say("cli.usage.twice", name(twice.getOverwritten()));
            case MutuallyExclusiveArgsException _ -> texts.say("cli.usage.exclusive");
            default -> wrong.getArgSpec() instanceof ArgSpec arg
                    ? texts.say("cli.usage.value", name(arg), String.valueOf(wrong.getValue()))
                    : texts.say("cli.usage.subcommand", String.join(", ", command.getSubcommands().keySet()));
        };
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }
}
