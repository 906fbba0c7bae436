package org.gridclear.settlement.close;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.gridclear.file.PackFile;
import org.gridclear.file.StoredFiles;
import org.gridclear.json.Json;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunState;
import org.gridclear.run.StudyRuns;
import org.gridclear.settlement.allocation.BookCheck;
import org.gridclear.settlement.allocation.ClosedMonth;
import org.gridclear.settlement.charge.RuleIssue;
import org.gridclear.settlement.folder.AcceptedData;
import org.gridclear.settlement.folder.FolderFiles;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.settlement.register.DayLocks;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.gridclear.work.Hashes;
import org.gridclear.work.WorkKey;
import org.gridclear.worker.api.ChargeBytes;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.Wire;
import org.jspecify.annotations.Nullable;

/** Closes a month on a grid, for the first time or again with corrections. */
public final class Closing {
  private final StudyRuns runs;
  private final Clock clock;
  private final Function<RunHandle, RunResult> await;
  private final @Nullable PrintWriter err;

  /**
   * Closes on a grid.
   *
   * @param await waits for a run, showing its progress
   * @param err where progress of reading goes; null for nowhere
   */
  public Closing(
      StudyRuns runs,
      Clock clock,
      Function<RunHandle, RunResult> await,
      @Nullable PrintWriter err) {
    this.runs = runs;
    this.clock = clock;
    this.await = await;
    this.err = err;
  }

  /**
   * What a close came to.
   *
   * @param record what is written down
   * @param closed the books
   * @param warnings of the files
   * @param loadSeconds time to read files into the grid
   * @param seconds time from inputs in the grid to closed books
   * @param cpuSeconds CPU time of the units
   * @param units units that were computed, not reused
   */
  public record Outcome(
      CloseRecord record,
      ClosedMonth closed,
      List<Issue> warnings,
      double loadSeconds,
      double seconds,
      double cpuSeconds,
      int units) {}

  /**
   * Closes a month.
   *
   * @param folder where inputs and books are kept; not the final place
   * @throws InvalidInputException with every issue of the files and the rules
   */
  public Outcome close(SettlementSource source, Path folder, String id, String reason)
      throws IOException {
    check(source.month());
    long start = System.nanoTime();
    Outcome outcome;
    try (PackFile.Writer pack = new PackFile.Writer(folder.resolve(CloseFolder.PACK));
        PackFile.Writer kept = new PackFile.Writer(folder.resolve(CloseFolder.INPUTS))) {
      int[] day = {0};
      SettlementInputs inputs =
          SettlementInputs.load(
              source,
              runs.store(),
              keeper(pack, kept, hash -> false),
              () -> progress("read day %d of %d".formatted(++day[0], source.month().days())));
      locks(source, inputs);
      double loadSeconds = (System.nanoTime() - start) / 1e9;
      Origin origin = new Origin(id, source.month(), place(source), List.of(), null, "", reason);
      outcome = books(origin, inputs, folder, pack, loadSeconds);
    }
    Seal.draft(folder);
    return outcome;
  }

  /** Locked days have to be as they were locked; their files were hashed as they were read. */
  private static void locks(SettlementSource source, SettlementInputs inputs) {
    if (source.files() instanceof FolderFiles live) {
      new DayLocks(live.folder())
          .verify(
              IntStream.rangeClosed(1, source.month().days())
                  .mapToObj(source.month()::date)
                  .toList(),
              inputs.files());
    }
  }

  private static String place(SettlementSource source) {
    return source.files().place();
  }

  /** Keeps blocks in one pack and files, unless they are kept elsewhere, in another. */
  private static SettlementInputs.Keeper keeper(
      PackFile.Writer pack, PackFile.Writer kept, Predicate<String> elsewhere) {
    return new SettlementInputs.Keeper() {
      @Override
      public void block(String hash, byte[] packed) {
        pack.putContent(hash, packed);
      }

      @Override
      public boolean wants(String sha256) {
        return !elsewhere.test(sha256);
      }

      @Override
      public void file(String sha256, byte[] packed) {
        kept.put(sha256, packed);
      }
    };
  }

  /**
   * Closes a month again with corrections.
   *
   * @param correction the close that is corrected, and its inputs with the correction
   * @param folder where the new books are kept; not the final place
   * @param target the final place, from which the previous close is found again
   */
  public Outcome correct(MonthCorrection correction, Path folder, Path target, String reason)
      throws IOException {
    CloseFolder previous = correction.previous();
    SettlementSource source = correction.source();
    check(source.month());
    long start = System.nanoTime();
    GridStore store = runs.store();
    Outcome outcome;
    try (PackFile.Writer pack = new PackFile.Writer(folder.resolve(CloseFolder.PACK));
        PackFile.Writer kept = new PackFile.Writer(folder.resolve(CloseFolder.INPUTS))) {
      SettlementInputs inputs =
          SettlementInputs.reload(
              source,
              previous.record(),
              correction.days(),
              store,
              keeper(pack, kept, previous::keeps));
      List<String> corrections = new ArrayList<>(previous.record().corrections());
      corrections.add(correction.place());
      new Reuse(previous, source.month(), inputs, store).run();
      double loadSeconds = (System.nanoTime() - start) / 1e9;
      Path link = target.toAbsolutePath().relativize(previous.path().toAbsolutePath());
      Origin origin =
          new Origin(
              target.getFileName().toString(),
              source.month(),
              previous.record().source(),
              corrections,
              previous,
              link.toString(),
              reason);
      outcome = books(origin, inputs, folder, pack, loadSeconds);
    }
    StoredFiles.write(folder.resolve(MonthCorrection.TABLE), correction.merged().table());
    Seal.draft(folder);
    return outcome;
  }

  private record Origin(
      String id,
      SettlementMonth month,
      String source,
      List<String> corrections,
      @Nullable CloseFolder previous,
      String link,
      String reason) {}

  private Outcome books(
      Origin origin, SettlementInputs inputs, Path folder, PackFile.Writer pack, double loadSeconds)
      throws IOException {
    SettlementMonth month = origin.month();
    long start = System.nanoTime();
    RunResult result =
        await.apply(
            runs.submit(new Job.Charging(month, inputs.priceHashes(), inputs.blockHashes())));
    if (result.status().state() != RunState.DONE) {
      throw new IllegalStateException(
          "The run ended %s: %s".formatted(result.status().state(), result.status().message()));
    }
    byte[] packedMonth = Wire.pack(month);
    String monthHash = new Hashes().add(packedMonth).hex();
    MonthClose close =
        MonthClose.of(
            month,
            result,
            runs.store(),
            inputHash(monthHash, inputs.priceHashes(), inputs.blockHashes()));
    double seconds = (System.nanoTime() - start) / 1e9;
    CloseRecord record = record(origin, inputs, monthHash, close);
    keep(close, folder, pack, packedMonth, record);
    return new Outcome(
        record,
        close.closed(),
        inputs.warnings(),
        loadSeconds,
        seconds,
        close.receipts().stream().mapToDouble(Receipt::cpuSeconds).sum(),
        result.cases().size() - result.status().reused());
  }

  /** Hash of everything that the books follow from. */
  static String inputHash(
      String monthHash, List<String> priceHashes, List<List<String>> blockHashes) {
    Hashes hashes = new Hashes().add(WorkKey.SETTLEMENT_VERSION).add(monthHash);
    priceHashes.forEach(hashes::add);
    blockHashes.forEach(ofDay -> ofDay.forEach(hashes::add));
    return hashes.hex();
  }

  private CloseRecord record(
      Origin origin, SettlementInputs inputs, String monthHash, MonthClose close) {
    SettlementMonth month = origin.month();
    CloseFolder previous = origin.previous();
    return new CloseRecord(
        origin.id(),
        month.name(),
        month.month().toString(),
        origin.source(),
        origin.corrections(),
        origin.link(),
        previous == null ? "" : previous.record().bookHash(),
        previous == null ? "" : previous.seal().hash(),
        origin.reason(),
        System.getProperty("user.name", ""),
        clock.instant().toString(),
        WorkKey.SETTLEMENT_VERSION,
        monthHash,
        inputs.files(),
        inputs.priceHashes(),
        inputs.blockHashes(),
        close.receipts().stream().map(Receipt::key).toList(),
        close.bookHash(),
        close.closed().billable()
            && inputs.warnings().stream().noneMatch(AcceptedData::toBeVerified));
  }

  private void keep(
      MonthClose close, Path folder, PackFile.Writer pack, byte[] packedMonth, CloseRecord record)
      throws IOException {
    for (Receipt receipt : close.receipts()) {
      pack.put(receipt.key(), ChargeBytes.plain(MonthClose.packed(receipt, runs.store())));
    }
    long[][][] shares = close.closed().shares();
    for (int d = 0; d < shares.length; d++) {
      for (int a = 0; a < shares[d].length; a++) {
        if (shares[d][a] != null) {
          String name = CloseFolder.shareName(record.bookHash(), d + 1, a);
          pack.put(name, CloseFolder.bytes(shares[d][a]));
        }
      }
    }
    long[][] balances = close.closed().balances();
    pack.put(
        CloseFolder.balanceName(record.bookHash()),
        CloseFolder.bytes(balances[balances.length - 1]));
    StoredFiles.write(folder.resolve(CloseFolder.MONTH), packedMonth);
    StoredFiles.write(
        folder.resolve(CloseFolder.RECORD),
        Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(record));
  }

  /** Refuses a book that cannot be computed over the days of a month, with every issue. */
  public static void check(SettlementMonth month) {
    IssueLog log = new IssueLog(month.book().name());
    for (RuleIssue issue : BookCheck.issues(month)) {
      log.add(
          Rule.RULE_COMPUTABLE,
          "rule " + issue.rule(),
          issue.field(),
          issue.value(),
          issue.text() + ".");
    }
    log.throwIfErrors();
  }

  private void progress(String text) {
    if (err != null) {
      err.println(text);
    }
  }
}
