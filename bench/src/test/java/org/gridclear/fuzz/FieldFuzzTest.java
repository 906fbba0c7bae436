package org.gridclear.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.ContingencyReader;
import org.gridclear.io.matpower.MatpowerWriter;
import org.gridclear.json.Json;
import org.gridclear.marketfile.RandomChecks;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.oracle.random.Family;
import org.gridclear.oracle.random.RandomCases;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.SnapshotReader;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.powerflow.PowerFlowResult;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.study.StudyReader;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Fields of every format removed, doubled, renamed, mistyped and set to extreme values: a file is
 * used, perhaps with notices, or refused with a message, and never anything else; and the auditor
 * agrees with every case that clears.
 */
class FieldFuzzTest {
  private static final int MUTANTS_A_FORMAT = 230;

  /** One in so many of the days that load is cleared, which takes far longer than to load it. */
  private static final int CLEARED_SHARE = 12;

  @TempDir Path folder;

  private final LinearSolver highs =
      HighsSolver.find().orElseThrow(() -> new AssertionError(HighsSolver.failure()));
  private final List<String> failures = new ArrayList<>();
  private int used;
  private int refused;
  private int cleared;
  private String mutant = "";

  /** What is done with a file; anything thrown but a refusal is a failure. */
  private interface Use {
    void of(Path file) throws IOException;
  }

  @Test
  void everyMutantIsUsedOrRefused() throws IOException {
    RandomChecks jl = new RandomChecks("unit-commitment-jl", highs);
    RandomChecks pglib = new RandomChecks("pglib-uc", highs);
    RandomChecks egret = new RandomChecks("egret", highs);
    documents("UnitCommitment.jl", jl::file, this::load);
    documents("pglib-uc", pglib::file, this::load);
    documents("Egret", egret::file, this::load);
    List<Family> families = List.copyOf(EnumSet.allOf(Family.class));
    documents(
        "gridclear-case",
        seed ->
            Json.MAPPER.readTree(
                CaseFiles.write(RandomCases.of(RandomCases.families(families, seed), seed))),
        this::load);
    documents("study", seed -> Json.MAPPER.readTree(STUDY), this::study);
    String go = resource("go-competition-3.json");
    documents("GO Competition 3", seed -> Json.MAPPER.readTree(go), this::load);
    documents("contingencies", seed -> Json.MAPPER.readTree(OUTAGES), this::outages);
    texts("MATPOWER", ".m", MatpowerWriter.write(ieee14(), new IssueLog("x")), this::load);
    texts("change table", ".m", CHANGE_TABLE, this::outages);
    texts("list of outages", ".csv", OUTAGE_ROWS, this::outages);
    texts("snapshots", ".csv", SNAPSHOTS, this::snapshots);
    pandapower();
    assertEquals(List.of(), failures);
    assertTrue(used + refused >= 2000, used + " used, " + refused + " refused");
    assertTrue(used > 300 && refused > 300 && cleared > 20, used + ", " + refused + ", " + cleared);
  }

  private static final String STUDY =
      """
      {"study": "s", "base": {"case": "ieee9", "synthetic": {"seed": 7}},
       "horizon": {"periodCount": 3, "minutesPerPeriod": 60},
       "options": {"gap": 0.01, "losses": true, "securityRoundsMax": 1},
       "window": {"from": 1, "periods": 2},
       "cases": [{"name": "a", "changes": [{"load": {"scale": 1.1, "from": 1, "to": 2}},
                                           {"branchLimit": {"branch": "L2", "mw": 40}}]},
                 {"name": "b", "from": "a", "changes": [{"offers": {"unit": "G1", "scale": 2}}]}],
       "sweeps": [{"name": "s{l}", "over": {"l": [0.9, 1.1]},
                   "changes": [{"load": {"scale": "$l"}}]}],
       "monteCarlo": [{"name": "m", "count": 2, "seed": 3, "loadDeviation": 0.1}],
       "eachOf": [{"name": "out", "branches": {"kvMin": 100}, "from": 1, "to": 2}],
       "screening": {"method": "dc", "scope": ["branches"], "heavyShare": 0.8}}
      """;
  private static final String OUTAGES =
      """
      {"contingencies": [{"id": "x", "branches": ["L1"], "generators": ["G2"], "buses": ["5"]},
                         {"id": "y", "branches": ["L2", "L3"]}]}
      """;

  private static final String CHANGE_TABLE =
      """
      function chgtab = contab
      define_constants;
      chgtab = [
        1 0 CT_TBRCH 3 BR_STATUS CT_REP 0;
        2 0 CT_TGEN 2 GEN_STATUS CT_REP 0;
        2 0 3 5 11 1 0;
      ];
      """;
  private static final String OUTAGE_ROWS =
      "contingency,kind,element\nx,branch,L1\nx,generator,G2\ny,bus,5\n";
  private static final String SNAPSHOTS = "snapshot,loadShare\nnight,0.6\nnoon,0.95\npeak,1\n";

  private static String resource(String name) throws IOException {
    try (var in = FieldFuzzTest.class.getResourceAsStream("/market-files/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Network ieee14() {
    return BuiltInNetworks.read("ieee14");
  }

  private void documents(String format, LongFunction<JsonNode> files, Use use) throws IOException {
    DocumentMutator mutator = new DocumentMutator(format.hashCode());
    for (int k = 0; k < MUTANTS_A_FORMAT; k++) {
      JsonNode document = files.apply(1 + k % 8);
      tried(format + " " + k, ".json", mutator.json(document), use);
    }
  }

  private void texts(String format, String ending, String source, Use use) throws IOException {
    DocumentMutator mutator = new DocumentMutator(format.hashCode());
    for (int k = 0; k < MUTANTS_A_FORMAT; k++) {
      tried(format + " " + k, ending, mutator.text(source), use);
    }
  }

  /** Its tables are JSON in texts of JSON: fields around them, columns and values in them. */
  private void pandapower() throws IOException {
    String network = resource("pandapower.json");
    DocumentMutator mutator = new DocumentMutator(9);
    for (int k = 0; k < MUTANTS_A_FORMAT; k++) {
      String text =
          switch (k % 3) {
            case 0 -> mutator.json(Json.MAPPER.readTree(network));
            case 1 -> mutator.name(network);
            default -> mutator.text(network);
          };
      tried("pandapower " + k, ".json", text, this::load);
    }
  }

  private void tried(String name, String ending, String text, Use use) throws IOException {
    mutant = name;
    Path file = folder.resolve("mutant" + ending);
    Files.writeString(file, text, StandardCharsets.UTF_8);
    try {
      use.of(file);
      used++;
    } catch (InvalidInputException e) {
      refused++;
      assertTrue(!e.issues().isEmpty(), name);
    } catch (RuntimeException | StackOverflowError e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      failures.add(name + ": " + trace.toString().lines().limit(6).toList());
    }
  }

  private void load(Path file) {
    CaseFiles.Loaded loaded =
        CaseFiles.load(file.getFileName().toString(), file.getParent(), Set.of());
    if (loaded.content() instanceof CaseFiles.Content.WholeDay whole) {
      if (used % CLEARED_SHARE == 0) {
        audited(ClearingCase.of(whole.day()));
      }
    } else {
      PowerFlowModel model =
          new PowerFlowModel(
              NetworkStructure.of(loaded.network()), OperatingPoint.of(loaded.network()));
      PowerFlowResult.dc(model, ScreeningOptions.DEFAULT.base());
      PowerFlowResult.ac(model, ScreeningOptions.DEFAULT.base());
    }
  }

  private void audited(ClearingCase clearingCase) {
    ClearingOutcome outcome =
        ClearingKernel.clear(clearingCase, ClearingOptions.LOSSLESS.withGap(0.01), highs);
    if (outcome instanceof ClearingOutcome.Cleared done) {
      cleared++;
      ClearingAuditor.audit(clearingCase, done.result())
          .forEach(finding -> failures.add(mutant + ", audit: " + finding.line()));
    }
  }

  private void study(Path file) {
    StudyReader.read(file).cases();
  }

  private void snapshots(Path file) {
    SnapshotReader.read(file.toString(), ieee14());
  }

  private void outages(Path file) {
    ContingencyReader.read(file, ieee14());
  }
}
