package org.gridclear.settlement.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.gridclear.cli.Shell;
import org.gridclear.file.Sha256;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.process.Act;
import org.gridclear.settlement.process.ClosedMonths;
import org.gridclear.settlement.process.ExchangeDesk;
import org.gridclear.settlement.process.ProcessConflictException;
import org.gridclear.settlement.process.SetClock;
import org.gridclear.settlement.process.SettlementProcess;
import org.gridclear.settlement.process.StatementDraft;
import org.gridclear.settlement.process.StatementQueries;
import org.gridclear.settlement.register.DataStates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bill proves itself, and any change of it shows. */
// Rows: S-34, S-36
class BillBundleTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 10, 3);

  @TempDir private static Path folder;
  private static MarketFolder market;
  private static StatementQueries queries;
  private static long month;
  private static long day;
  private static Path close;

  @BeforeAll
  static void publish() throws IOException {
    close = ClosedMonths.make(folder).close();
    market =
        MarketFolder.create(
            folder.resolve("m"),
            new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED));
    SettlementProcess process =
        SettlementProcess.of(market, new SetClock("2026-10-05T09:00+08:00"));
    ExchangeDesk desk = new ExchangeDesk(process);
    DataStates.State good =
        new DataStates.State(DataStates.Check.PASSED, DataStates.Quality.QUALIFIED);
    for (LocalDate each = FIRST; !each.isAfter(LAST); each = each.plusDays(1)) {
      desk.checked(each, good, "", "sue");
    }
    try (CloseFolder open = CloseFolder.open(close)) {
      StatementDraft draft = new StatementDraft(process, open);
      month = desk.propose(draft.period(Act.Kind.MONTH, FIRST, LAST), "sue");
      day = desk.propose(draft.period(Act.Kind.DAY, FIRST, FIRST), "sue");
    }
    desk.decide(month, true, "", "bob");
    desk.decide(day, true, "", "bob");
    queries = new StatementQueries(process);
  }

  @AfterAll
  static void shut() {
    market.close();
  }

  private static List<StatementQueries.Shown> statements() {
    return queries.list(member -> true).stream()
        .filter(shown -> shown.publication().number() == month)
        .toList();
  }

  @Test
  void everyBillIsComputedAgainFromItsOwnFileAlone() {
    String root = statements().get(0).publication().act().root();
    int trusted = 0;
    for (StatementQueries.Shown shown : statements()) {
      String member = shown.entry().member();
      BillBundle bundle = BillBundle.read(queries.bundle(month, member).zip());
      BillVerification verified = BillVerification.of(bundle, root);
      assertEquals(List.of(), verified.differences(), member);
      assertEquals(shown.entry().milliYuan(), verified.milliYuan());
      assertTrue(verified.proved());
      trusted += verified.trusted().size();
      assertFalse(BillVerification.of(bundle, "0".repeat(64)).proved(), "another hash");
    }
    assertEquals(1, trusted, "only the income of the grid company is by the energy of others");
  }

  @Test
  void aBillHasNothingOfAnybodyElse() {
    List<String> all = new ArrayList<>();
    statements().forEach(shown -> all.addAll(shown.entry().entities()));
    for (StatementQueries.Shown shown : statements()) {
      BillBundle bundle = queries.bundle(month, shown.entry().member());
      StringBuilder text =
          new StringBuilder(new String(bundle.statement(), StandardCharsets.UTF_8));
      bundle
          .evidence()
          .files()
          .values()
          .forEach(file -> text.append(new String(file, StandardCharsets.UTF_8)));
      List<String> others =
          all.stream()
              .filter(id -> !shown.entry().entities().contains(id))
              .filter(id -> text.indexOf("\"" + id) >= 0 || text.indexOf("\n" + id + ",") >= 0)
              .toList();
      // A user names the grid company that it is connected to.
      assertTrue(others.isEmpty() || others.equals(List.of("GR00001")), others.toString());
    }
  }

  private static Map<String, byte[]> files(byte[] zip) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static boolean found(byte[] zip) {
    try {
      return !BillVerification.of(BillBundle.read(zip), "").proved();
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  /** Two ZIPs one behind the other: who opens it sees the second, which is not what is proved. */
  @Test
  void aBundleThatShowsOtherContentThanItProvesIsRefused() throws IOException {
    byte[] whole = queries.bundle(month, "MUS00007").zip();
    Map<String, byte[]> other = files(whole);
    other.put(
        "statement.csv", "entity,date,item,quantity,unit,yuan\n".getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(whole);
    both.write(zip(other));
    String said =
        assertThrows(IllegalArgumentException.class, () -> BillBundle.read(both.toByteArray()))
            .getMessage();
    assertTrue(said.contains("by its directory"), said);
    assertTrue(BillVerification.of(BillBundle.read(whole), "").proved());
  }

  /** Of several files a broken one is named, and the others are verified all the same. */
  @Test
  void aBrokenBundleIsNamedAndTheOthersAreVerified() throws IOException {
    Path good = folder.resolve("good-one.zip");
    Path cut = folder.resolve("cut.zip");
    byte[] whole = queries.bundle(month, "MUS00007").zip();
    Files.write(good, whole);
    Files.write(cut, Arrays.copyOf(whole, whole.length - 700));
    Shell.Ended ended =
        Shell.run("verify", cut.toString(), folder.resolve("none.zip").toString(), good.toString());
    assertEquals(2, ended.code(), ended.text());
    assertTrue(ended.text().contains(good + ": proved"), ended.text());
    assertTrue(ended.text().contains(cut + ": The bundle cannot be read"), ended.text());
    assertTrue(ended.text().contains("none.zip: there is no such file"), ended.text());
  }

  @Test
  void aChangeOfOneDigitIsAlwaysFound() throws IOException {
    Random random = new Random(7);
    byte[] whole = queries.bundle(month, "MUS00007").zip();
    assertFalse(found(zip(files(whole))));
    List<String> names = List.copyOf(files(whole).keySet());
    for (int i = 0; i < 300; i++) {
      Map<String, byte[]> files = files(whole);
      String name = names.get(i % names.size());
      byte[] file = files.get(name);
      int at = random.nextInt(file.length);
      while (file[at] < '0' || file[at] > '9') {
        at = (at + 1) % file.length;
      }
      file[at] = (byte) ('0' + (file[at] - '0' + 1 + random.nextInt(9)) % 10);
      assertTrue(found(zip(files)), name + " at " + at);
    }
  }

  /** Whoever publishes a wrong bill with a right hash is found by the amounts. */
  @Test
  void anAmountThatTheInputsDoNotGiveIsFoundThoughTheHashIsRight() {
    BillBundle bundle = queries.bundle(month, "MUS00007");
    List<StatementLine> lines = StatementLine.read(bundle.statement());
    assertTrue(lines.size() > 10);
    for (int i = 0; i < lines.size(); i++) {
      List<StatementLine> forged = new ArrayList<>(lines);
      StatementLine line = lines.get(i);
      forged.set(
          i,
          new StatementLine(
              line.entity(),
              line.date(),
              line.item(),
              line.quantity(),
              line.unit(),
              line.milliYuan() + 1));
      assertFalse(hashed(bundle, forged).proved(), line.toString());
    }
    assertFalse(hashed(bundle, lines.subList(1, lines.size())).proved(), "a line is missing");
    List<StatementLine> twice = new ArrayList<>(lines);
    twice.add(lines.get(0));
    assertFalse(hashed(bundle, twice).proved(), "a line is there twice");
    assertTrue(hashed(bundle, lines).proved());
  }

  private static BillVerification hashed(BillBundle bundle, List<StatementLine> lines) {
    BillBundle.Manifest old = bundle.manifest();
    byte[] statement = StatementLine.text(lines);
    String leaf =
        MerkleTree.leaf(
            old.salt(),
            old.member(),
            old.from().toString(),
            old.to().toString(),
            Sha256.hex(statement),
            bundle.evidence().hash());
    return BillVerification.of(
        new BillBundle(
            new BillBundle.Manifest(
                old.member(), old.from(), old.to(), old.salt(), List.of(), leaf),
            statement,
            bundle.evidence()),
        "");
  }

  @Test
  void byTheCommand() throws IOException {
    Path good = Files.write(folder.resolve("a.zip"), queries.bundle(month, "MUS00007").zip());
    Shell.Ended ended = Shell.run("verify", good.toString());
    assertEquals(0, ended.code(), ended.text());
    assertTrue(ended.text().contains("proved, MUS00007"), ended.text());
    assertEquals(1, Shell.run("verify", good.toString(), "--published", "0").code());
    Path bad = Files.write(folder.resolve("b.zip"), new byte[] {1, 2, 3});
    assertEquals(2, Shell.run("verify", bad.toString()).code());
    assertThrows(ProcessConflictException.class, () -> queries.bundle(day, "MUS00007"));
  }
}
