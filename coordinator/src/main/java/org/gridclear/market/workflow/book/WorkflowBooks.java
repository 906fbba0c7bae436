package org.gridclear.market.workflow.book;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;

/** The workflows of a market, by version: each holds from a time on, until a later one does. */
public final class WorkflowBooks {
  /** What they are among the pieces of a market. */
  public static final PieceVersion.Key KEY = new PieceVersion.Key("workflow", "");

  private final PieceStore store;
  private final Map<String, WorkflowBook> read = new HashMap<>();

  /** The workflows in a store. */
  public WorkflowBooks(PieceStore store) {
    this.store = store;
  }

  /**
   * A version of the workflows.
   *
   * @param book the workflows
   * @param number its number
   * @param from since when it holds
   */
  public record Version(WorkflowBook book, int number, Instant from) {}

  /** Keeps workflows that hold from a time on. */
  public PieceStore.Recorded keep(WorkflowBook book, Instant from, Recording recording) {
    PieceVersion.Facts facts =
        new PieceVersion.Facts("operator", "", from, Optional.empty(), recording.now());
    byte[] content = WorkflowText.write(book);
    return store.record(
        KEY, () -> new PieceStore.Wanted(facts, content), recording.by(), recording.now());
  }

  /** All versions, by number. */
  public List<Version> versions() {
    return store.versions(KEY).stream().map(this::version).toList();
  }

  /** The version that holds at a time; of two from the same time on the later one. */
  public static Optional<Version> at(List<Version> versions, Instant time) {
    Optional<Version> found = Optional.empty();
    for (Version version : versions) {
      boolean later = found.isEmpty() || !version.from().isBefore(found.get().from());
      if (!version.from().isAfter(time) && later) {
        found = Optional.of(version);
      }
    }
    return found;
  }

  /** The version that holds at a time. */
  public Optional<Version> at(Instant time) {
    return at(versions(), time);
  }

  /** The version of a number. */
  public Version version(int number) {
    return version(store.versions(KEY).get(number - 1));
  }

  private synchronized Version version(PieceVersion version) {
    WorkflowBook book =
        read.computeIfAbsent(
            version.contentHash(),
            hash ->
                WorkflowReader.read(
                    store.content(version), "workflows version " + version.version()));
    return new Version(book, version.version(), version.facts().startsAt());
  }
}
