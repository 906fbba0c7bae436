package org.gridclear.bench.day;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link MarketScheduler} that is started again under another name after it ended. */
final class SchedulerProcess {
  private final Place place;
  private final int which;
  private final CutLine line;
  private Process process;
  private int starts;

  /**
   * What all schedulers share.
   *
   * @param log a log with the terms of the day
   * @param folder the market folder
   * @param address of its database, with PORT where the port is
   * @param databasePort port of the database
   * @param clock file of the clock
   * @param leaseMillis how long one may be silent
   * @param join addresses of a grid, or {@link MarketScheduler#ALONE}
   */
  record Place(
      Path log,
      Path folder,
      String address,
      int databasePort,
      Path clock,
      long leaseMillis,
      String join) {}

  SchedulerProcess(Place place, int which) throws IOException {
    this.place = place;
    this.which = which;
    this.line = new CutLine(place.databasePort());
    start();
  }

  CutLine line() {
    return line;
  }

  /** What its names begin with. */
  String name() {
    return "scheduler-%d-".formatted(which);
  }

  private void start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("--add-") || flag.startsWith("-DIGNITE"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Djava.net.preferIPv4Stack=true",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            MarketScheduler.class.getName(),
            place.log().toString(),
            place.folder().toString(),
            place.address().replace("PORT", Integer.toString(line.port())),
            name() + starts++,
            place.clock().toString(),
            Long.toString(place.leaseMillis()),
            place.join(),
            Integer.toString(48_300 + 40 * which + 20 * (starts % 2))));
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(
                    place.clock().resolveSibling("scheduler-%d.txt".formatted(which)).toFile()))
            .start();
  }

  /** Starts it again if it ended; says whether it had. */
  boolean startIfEnded() throws IOException {
    boolean ended = !process.isAlive();
    if (ended) {
      start();
    }
    return ended;
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void signal(String name) throws IOException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().onExit().join();
  }

  void end() throws IOException, InterruptedException {
    kill();
    line.close();
  }
}
