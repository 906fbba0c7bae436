package org.gridclear.bench.grid;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gridclear.cli.GridProcess;

/**
 * Commands that use the grid while something dies: closes, corrections and backups. Each must give
 * the hash of an undisturbed one, and a folder that is whole or not there.
 */
final class ChaosSettlement {
  private static final Pattern HASH = Pattern.compile("Books: .* hash ([0-9a-f]+)");
  private static final String[] MONTH = {"--entities", "600", "--days", "3", "--seed", "5"};
  private static final long SECONDS_MAX = 300;
  private static final int PORT = 47_900;

  private final Path folder;
  private final PrintWriter out;
  private final Random random;
  private final Map<String, String> calm = new TreeMap<>();
  private int serial;

  /** What is disturbed. */
  enum Kind {
    CLOSE,
    CORRECTION
  }

  /** Something that happens while a command is at work. */
  interface Disturbance {
    void happen() throws Exception;
  }

  /** Writes a month and a correction of it, and settles both where nothing disturbs them. */
  ChaosSettlement(Path folder, Random random, PrintWriter out) throws Exception {
    this.folder = folder;
    this.random = random;
    this.out = out;
    List<String> synthesize =
        new ArrayList<>(List.of("settle", "synthesize", folder.resolve("month").toString()));
    synthesize.addAll(List.of(MONTH));
    ended(synthesize);
    writeCorrection();
    Path close = folder.resolve("calm");
    calm.put("CLOSE", hash(ended(close(close))));
    calm.put("CORRECTION", hash(ended(correction(close, folder.resolve("calm-corrected")))));
  }

  /** The first meter's first value of the first day is another one. */
  private void writeCorrection() throws IOException {
    Path day;
    try (Stream<Path> days = Files.list(folder.resolve("month/days"))) {
      day = days.sorted().findFirst().orElseThrow();
    }
    List<String> lines = Files.readAllLines(day.resolve("meters.csv"));
    String corrected = lines.get(1).replaceFirst("^([^,]*,[^,]*),[^,]*,", "$1,2.5,");
    Path target = folder.resolve("correction/days").resolve(day.getFileName());
    Files.createDirectories(target);
    Files.write(target.resolve("meters.csv"), List.of(lines.get(0), corrected));
  }

  private List<String> close(Path target) {
    return List.of(
        "settle", "month", folder.resolve("month").toString(), "--out", target.toString(), "-q");
  }

  private List<String> correction(Path close, Path target) {
    return List.of(
        "settle",
        "correct",
        close.toString(),
        folder.resolve("correction").toString(),
        "--reason",
        "a better reading",
        "--out",
        target.toString(),
        "-q");
  }

  private static String ended(List<String> command) throws IOException {
    try (GridProcess process = GridProcess.start(List.of(), command)) {
      int code = process.await(SECONDS_MAX);
      if (code != 0) {
        throw new IllegalStateException(command + " ended with " + code + process.output());
      }
      return process.output();
    }
  }

  private static String hash(String output) {
    Matcher said = HASH.matcher(output);
    if (!said.find()) {
      throw new IllegalStateException("No hash of books: " + output);
    }
    return said.group(1);
  }

  private List<String> joined(List<String> command, String join) {
    List<String> joined = new ArrayList<>(command);
    int port = PORT + 25 * (serial % 20);
    joined.addAll(List.of("--join", join, "--grid-port", Integer.toString(port)));
    return joined;
  }

  /**
   * Runs a close or a correction and disturbs it at a random moment.
   *
   * @return whether its books are those of the undisturbed one
   */
  boolean same(Kind kind, String join, Disturbance disturbance) throws Exception {
    Path target = folder.resolve("close-" + ++serial);
    Path first = target;
    if (kind == Kind.CORRECTION) {
      first = folder.resolve("corrected-" + serial);
      ended(close(first));
    }
    List<String> command = kind == Kind.CLOSE ? close(target) : correction(first, target);
    try (GridProcess process = GridProcess.start(List.of(), joined(command, join))) {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(6_000));
      disturbance.happen();
      int code = process.await(SECONDS_MAX);
      boolean same = code == 0 && hash(process.output()).equals(calm.get(kind.name()));
      return said(kind + " " + code, same, process.output());
    }
  }

  /** Kills a close while it puts its folder in place, then closes again. */
  boolean swap(String join) throws Exception {
    Path target = folder.resolve("close-" + ++serial);
    try (GridProcess process = GridProcess.start(List.of(), joined(close(target), join))) {
      while (process.alive() && asides() == 0) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      TimeUnit.MILLISECONDS.sleep(random.nextInt(1_500));
      process.kill();
      process.await(20);
    }
    boolean whole = Files.exists(target);
    if (whole) {
      ended(List.of("settle", "audit", target.toString()));
    }
    Path again = whole ? folder.resolve("close-" + ++serial) : target;
    boolean same = hash(ended(joined(close(again), join))).equals(calm.get("CLOSE"));
    return said("SWAP, target " + (whole ? "whole" : "not there"), same, "");
  }

  private long asides() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(".gridclear-")).count();
    }
  }

  /** Makes a backup and disturbs it: it is whole, or says in a sentence why it is not. */
  boolean backup(String join, Disturbance disturbance) throws Exception {
    Path target = folder.resolve("backup-" + ++serial);
    List<String> command = joined(List.of("backup", target.toString()), join);
    try (GridProcess process = GridProcess.start(List.of(), command)) {
      TimeUnit.MILLISECONDS.sleep(1_000 + random.nextInt(3_000));
      disturbance.happen();
      int code = process.await(SECONDS_MAX);
      boolean whole = code == 0 && Files.exists(target.resolve("backup.json"));
      boolean refused = code == 3 && !Files.exists(target);
      boolean wordy = process.output().contains("\tat ");
      return said("BACKUP " + code, (whole || refused) && !wordy, process.output());
    }
  }

  private boolean said(String what, boolean good, String output) {
    out.println("  %s %s%s".formatted(what, good ? "same" : "DIFFERENT", good ? "" : output));
    out.flush();
    return good;
  }
}
