package org.gridclear.settlement.register;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridclear.file.Sha256;
import org.gridclear.settlement.folder.FolderFiles;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Rule;

/**
 * Days whose data are locked (O-18): {@code locks.csv} in the settlement folder, the last row of a
 * day counts. A lock binds content: it holds the SHA-256 of every file of the day, and whoever
 * reads the day compares.
 *
 * @param folder settlement folder
 */
public record DayLocks(Path folder) {
  private static final String NAME = "locks.csv";
  private static final String HEADER = "day,state,who,time,reason,content";
  private static final String OPEN = "-";

  /**
   * What a settlement folder holds, of which a day is to be changed.
   *
   * @throws IllegalArgumentException if the day is not of its month, or locked
   */
  public static SettlementSource open(Path folder, LocalDate day) {
    SettlementSource source = SettlementReader.open(folder);
    source.month().day(day);
    new DayLocks(folder).refuse(day);
    return source;
  }

  private AppendOnly register() {
    return new AppendOnly(folder.resolve(NAME), HEADER);
  }

  /**
   * Locks a day as it lies, or unlocks it.
   *
   * @throws IllegalArgumentException if the day is in that state already, or has no files
   */
  public void set(LocalDate day, boolean locked, String who, String time, String reason) {
    if (locked(day) == locked) {
      throw new IllegalArgumentException(
          "%s is %s already.".formatted(day, locked ? "locked" : "open"));
    }
    String content = locked ? content(day) : OPEN;
    if (content.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no files in %s; there is nothing to lock.".formatted(day, folder));
    }
    register().add(day.toString(), locked ? "locked" : "unlocked", who, time, reason, content);
  }

  private String content(LocalDate day) {
    return files(day).stream()
        .map(path -> name(path) + "=" + Sha256.hex(read(path)))
        .collect(Collectors.joining(";"));
  }

  private List<String> files(LocalDate day) {
    String prefix = InputFiles.ofDay(day, "");
    return new FolderFiles(folder)
        .paths().stream().filter(path -> path.startsWith(prefix)).toList();
  }

  private byte[] read(String path) {
    return new FolderFiles(folder).read(path).orElse(new byte[0]);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Optional<String[]> last(LocalDate day) {
    return register().rows().stream()
        .filter(cells -> cells[0].equals(day.toString()))
        .reduce((first, last) -> last);
  }

  /** Whether a day is locked. */
  public boolean locked(LocalDate day) {
    return last(day).map(cells -> cells[1].equals("locked")).orElse(false);
  }

  /** Whether any day was ever locked here. */
  public boolean any() {
    return Files.exists(folder.resolve(NAME)) && !register().rows().isEmpty();
  }

  /**
   * Refuses new data of a locked day.
   *
   * @throws IllegalArgumentException if the day is locked
   */
  public void refuse(LocalDate day) {
    if (locked(day)) {
      throw new IllegalArgumentException(
          "SET-10 %s is locked; locked data do not change. 'settle lock --unlock' opens it again."
              .formatted(day));
    }
  }

  /** What a locked day differs in from when it was locked; empty for an open day. */
  public List<Issue> issues(LocalDate day) {
    return issues(day, Map.of());
  }

  /**
   * Refuses days that were locked and differ from it.
   *
   * @param known SHA-256 of files that were read already, by path
   * @throws InvalidInputException naming every file that differs
   */
  public void verify(List<LocalDate> days, Map<String, String> known) {
    List<Issue> issues = new ArrayList<>();
    days.forEach(day -> issues.addAll(issues(day, known)));
    if (!issues.isEmpty()) {
      throw new InvalidInputException(issues);
    }
  }

  private List<Issue> issues(LocalDate day, Map<String, String> known) {
    Optional<String[]> lock = last(day).filter(cells -> cells[1].equals("locked"));
    if (lock.isEmpty()) {
      return List.of();
    }
    Map<String, String> locked = new TreeMap<>();
    Arrays.stream(lock.get().length > 5 ? lock.get()[5].split(";") : new String[0])
        .map(file -> file.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> locked.put(InputFiles.ofDay(day, pair[0]), pair[1]));
    List<String> there = files(day);
    TreeSet<String> all = new TreeSet<>(there);
    all.addAll(locked.keySet());
    List<Issue> issues = new ArrayList<>();
    for (String path : all) {
      String hash = there.contains(path) ? known.getOrDefault(path, "") : "none";
      hash = hash.isEmpty() ? Sha256.hex(read(path)) : hash;
      if (!hash.equals(locked.getOrDefault(path, "none"))) {
        issues.add(issue(day, path, lock.get(), locked.containsKey(path), there.contains(path)));
      }
    }
    return issues;
  }

  private static Issue issue(
      LocalDate day, String path, String[] lock, boolean wasThere, boolean isThere) {
    String what = !isThere ? "removed" : wasThere ? "changed" : "added";
    return new Issue(
        Rule.NOT_LOCKED,
        path,
        "day " + day,
        "content",
        what + " since " + lock[2] + " locked the day at " + lock[3],
        "Put the file back, or open the day with 'settle lock --unlock' and say why.");
  }
}
