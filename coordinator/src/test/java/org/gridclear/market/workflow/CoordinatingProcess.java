package org.gridclear.market.workflow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.gridclear.market.store.MarketFolder;

/** Another process that runs workflows and never ends its node {@code clear}. */
final class CoordinatingProcess {
  private CoordinatingProcess() {}

  /** Runs what is due at a time in a market folder. */
  public static void main(String[] arguments) {
    MarketFolder market = MarketFolder.open(Path.of(arguments[0]));
    WorkflowTask endless =
        context -> {
          System.out.println("running " + context.token());
          System.out.flush();
          new CountDownLatch(1).await();
          return TaskOutcome.done("never");
        };
    WorkflowTask quick = context -> TaskOutcome.done("by the first");
    SimulatedClock clock = new SimulatedClock(Instant.parse(arguments[1]), ZoneOffset.UTC);
    new WorkflowCoordinator(
            market,
            new WorkflowCoordinator.Setting(
                "first", Map.of("assemble", quick, "clear", endless), clock))
        .step();
  }

  /** Starts one, and kills it hard when it runs its endless node. */
  static void killedInTheMiddle(Path folder, Instant time)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(CoordinatingProcess.class.getName());
    command.addAll(List.of(folder.toString(), time.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("running ")) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
  }
}
