package org.gridclear.market.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A task that is a program of its own: 0 is done, 1 is done but needs an eye, anything else failed.
 *
 * @param command the program and its arguments, in which {@code {workflow}}, {@code {date}}, {@code
 *     {cycle}}, {@code {node}} and {@code {attempt}} stand for those of the node
 */
public record ProgramTask(List<String> command) implements WorkflowTask {
  private static final int MESSAGE_MOST = 500;
  private static final long POLL_MILLIS = 200;

  public ProgramTask {
    command = List.copyOf(command);
  }

  @Override
  public TaskOutcome run(TaskContext context) throws IOException, InterruptedException {
    List<String> filled = command.stream().map(each -> filled(each, context)).toList();
    Process process = new ProcessBuilder(filled).redirectErrorStream(true).start();
    process.getOutputStream().close();
    StringBuilder said = new StringBuilder();
    Thread reader =
        new Thread(
            () -> {
              try (var in = process.inputReader(StandardCharsets.UTF_8)) {
                in.lines().forEach(line -> keep(said, line));
              } catch (IOException | java.io.UncheckedIOException e) {
                keep(said, "its output could not be read: " + e.getMessage());
              }
            });
    reader.setDaemon(true);
    reader.start();
    boolean ended = waited(process, context);
    reader.join(TimeUnit.SECONDS.toMillis(5));
    if (!ended) {
      return TaskOutcome.failed("ended after its timeout");
    }
    int code = process.exitValue();
    String last = last(said);
    return code == 0 || code == 1
        ? TaskOutcome.done((code == 1 ? "needs an eye: " : "") + last)
        : TaskOutcome.failed("exit code %d: %s".formatted(code, last));
  }

  private static String filled(String argument, TaskContext context) {
    return argument
        .replace("{workflow}", context.key().workflow())
        .replace("{date}", context.key().date().toString())
        .replace("{cycle}", Integer.toString(context.key().cycle()))
        .replace("{node}", context.node().id())
        .replace("{attempt}", Integer.toString(context.attempt()));
  }

  /** Until it ends; ends it where it takes too long. */
  private static boolean waited(Process process, TaskContext context) throws InterruptedException {
    int most = context.node().limits().timeoutSeconds();
    long start = System.nanoTime();
    try {
      while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        boolean late = most > 0 && System.nanoTime() - start > TimeUnit.SECONDS.toNanos(most);
        if (late) {
          return false;
        }
      }
      return true;
    } finally {
      // One that has ended is left alone: to destroy it would take what it said unread.
      if (process.isAlive()) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
  }

  private static void keep(StringBuilder said, String line) {
    synchronized (said) {
      said.append(line).append('\n');
      if (said.length() > MESSAGE_MOST) {
        said.delete(0, said.length() - MESSAGE_MOST);
      }
    }
  }

  private static String last(StringBuilder said) {
    synchronized (said) {
      return said.toString().strip().lines().reduce((first, next) -> next).orElse("");
    }
  }
}
