package org.gridclear.bench.fuzz;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.gridclear.cli.GridClear;
import org.gridclear.settlement.payment.BankFile;

/**
 * A parser with a sample that it reads. What is wrong is to be refused: by exit code 1 or 2 of a
 * command, or by an {@link IllegalArgumentException} of a class.
 *
 * @param name of the parser
 * @param sample bytes that it reads
 * @param reads reads bytes and returns an exit code; throws what falls out of a parser
 */
record FuzzTarget(String name, byte[] sample, ToIntFunction<byte[]> reads) {
  /** Exit code of what was refused. */
  static final int REFUSED = 2;

  private static final String FILES = "network-models/src/test/resources/market-files/";

  private static final String MATPOWER =
      """
      function mpc = case3
      mpc.version = '2';
      mpc.baseMVA = 100;
      mpc.bus = [
        1 3 0 0 0 0 1 1 0 230 1 1.1 0.9;
        2 1 90 30 0 0 1 1 0 230 1 1.1 0.9;
        3 1 60 20 0 19 1 1 0 230 1 1.1 0.9;
      ];
      mpc.gen = [ 1 150 0 300 -300 1 100 1 250 10; ];
      mpc.branch = [
        1 2 0.01 0.085 0.176 250 250 250 0 0 1 -360 360;
        2 3 0.017 0.092 0.158 250 250 250 0 0 1 -360 360;
        1 3 0.039 0.17 0.358 150 150 150 0 0 1 -360 360;
      ];
      mpc.gencost = [ 2 1500 0 3 0.11 5 150; ];
      """;

  private static final String BANK =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>
      <Ntry><Amt Ccy="CNY">12.34</Amt><CdtDbtInd>CRDT</CdtDbtInd><ValDt><Dt>2026-11-05</Dt></ValDt>
      <AcctSvcrRef>R1</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>a</Ustrd></RmtInf></TxDtls></NtryDtls>
      </Ntry></Stmt></BkToCstmrStmt></Document>
      """;

  private static final String BOOKED =
      "reference,value,member,yuan,direction\nR1,2026-11-05,a,12.34,in\n";

  private static final String REGISTRY =
      """
      {"format": "gridclear-registry", "version": 1, "records": [
        {"kind": "member", "id": "alder", "from": "2026-01-01", "name": "alder", "type": "generator"},
        {"kind": "price-point", "id": "p1", "from": "2026-01-01", "name": "n1", "bus": "n1"},
        {"kind": "unit", "id": "alder-1", "from": "2026-01-01", "name": "U", "member": "alder",
         "type": "thermal", "stage": "commercial", "capacityMw": 200, "pricePoint": "p1"}]}
      """;

  private static final String SERIES =
      "time,system\n2026-10-01T00:00+08:00,812.5\n2026-10-01T00:15+08:00,809\n";

  private static final String CHANNELS =
      """
      channels:
      - {id: ems, partner: EMS, format: trade-results, markets: [da],
         transport: {way: folder, target: out/ems}, trigger: {when: condition}}
      """;

  private static final String STUDY =
      """
      study: small
      base: {case: ieee14}
      """;

  /**
   * Parsers of files that need nothing else.
   *
   * @param root folder of the project
   * @param work folder for what is written
   */
  static List<FuzzTarget> ofFiles(Path root, Path work) throws IOException {
    Path caseFile = work.resolve("sample.case.json");
    must("import", "ieee14", "--periods", "2", "--out", caseFile.toString());
    List<FuzzTarget> all = new ArrayList<>();
    all.add(file("case", "case.json", Files.readAllBytes(caseFile), work, "validate"));
    all.add(file("study", "study.yaml", bytes(STUDY), work, "validate"));
    all.add(file("matpower", "case.m", bytes(MATPOWER), work, "validate"));
    for (String name :
        List.of(
            "egret.json",
            "go-competition-3.json",
            "pglib-uc.json",
            "unit-commitment-jl-0.2.json",
            "unit-commitment-jl-0.4.json")) {
      byte[] sample = Files.readAllBytes(root.resolve(FILES + name));
      all.add(file(name.replace(".json", ""), name, sample, work, "validate"));
    }
    all.add(new FuzzTarget("camt-053", bytes(BANK), FuzzTarget::bank));
    all.add(new FuzzTarget("bank-csv", bytes(BOOKED), FuzzTarget::bank));
    return all;
  }

  /**
   * Parsers of what a market takes in.
   *
   * @param work folder for what is written
   */
  static List<FuzzTarget> ofMarket(Path work) {
    String market = work.resolve("market").toString();
    must("market", "init", market, "--name", "fuzz");
    List<String> by = List.of("--market", market, "--by", "ann");
    List<String> series = new ArrayList<>(by);
    series.addAll(List.of("--kind", "load-forecast-short", "--unit", "MW", "--source", "EMS"));
    series.addAll(List.of("--known-at", "2026-09-30T10:00+08:00", "--step", "PT15M"));
    String[] ofMarket = by.toArray(String[]::new);
    return List.of(
        file("registry", "r.json", bytes(REGISTRY), work, "registry propose", ofMarket),
        file("channels", "c.yaml", bytes(CHANNELS), work, "exchange channels --set", ofMarket),
        file(
            "series",
            "s.csv",
            bytes(SERIES),
            work,
            "series import",
            series.toArray(String[]::new)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int bank(byte[] bytes) {
    try {
      BankFile.read(bytes, "CNY", Set::of);
      return 0;
    } catch (IllegalArgumentException e) {
      return REFUSED;
    }
  }

  /** A file that a command reads. */
  private static FuzzTarget file(
      String name, String file, byte[] sample, Path work, String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
    Path place = work.resolve("fuzz-" + file);
    arguments.add(place.toString());
    arguments.addAll(List.of(more));
    return new FuzzTarget(
        name,
        sample,
        bytes -> {
          try {
            Files.write(place, bytes);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return silently(arguments.toArray(String[]::new));
        });
  }

  private static void must(String... arguments) {
    if (silently(arguments) != 0) {
      throw new IllegalStateException(String.join(" ", arguments));
    }
  }

  private static int silently(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (PrintStream none =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      System.setOut(none);
      System.setErr(none);
      return GridClear.run(arguments);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
