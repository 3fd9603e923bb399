package io.calsync.cli;

import io.calsync.sync.ProblemException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `sandbox`: a stand-in for Cal.com on this computer, until it is interrupted.
@Command(name = "sandbox")
final class Sandbox implements Callable<Integer> {
    private enum Profile {
        HOSTED,
        DIY
    }

    private final Console console;

    @Option(names = "--port", paramLabel = "N") int port;

    @Option(names = "--services", paramLabel = "N") int services = 20;

    @Option(names = "--profile", paramLabel = "hosted|diy") String profile = "hosted";

    Sandbox(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            boolean selfHosted = Refusals.constant(Profile.class, profile) == Profile.DIY;
            if (port < 0 || port > 65_535 || services < 0) throw Refusals.of("cli.sandbox.numbers", port, services);
            try (var running = console.host().sandbox(port, services, selfHosted)) {
                tell(running.baseUrl());
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ProblemException problem) {
            return console.fail(problem.problem()).code();
        }
        return Exit.DONE.code();
    }

    private void tell(String baseUrl) {
        if (console.json()) {
            var json = Json.object();
            json.put("url", baseUrl);
            json.put("services", services);
            console.json(json);
        } else {
            console.print(baseUrl);
        }
        console.note("cli.sandbox.running", services);
    }
}
