package org.gridclear.security.powerflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.matpower.MatpowerWriter;
import org.gridclear.network.Bus;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.network.Shunt;
import org.gridclear.security.audit.MatpowerPowerFlow;
import org.gridclear.security.audit.MatpowerRows;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.PowerFlowOptions.Start;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written as MATPOWER reads back with the same power flow. */
class MatpowerExportTest {
  @TempDir Path folder;

  private static PowerFlowResult ac(Network network) {
    return PowerFlowResult.ac(
        new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network)),
        new PowerFlowOptions(Start.FILE, false, Sharing.REFERENCE, 1e-10));
  }

  private Network readBack(String text) throws IOException {
    Files.writeString(folder.resolve("case.m"), text);
    return CaseFiles.load("case.m", folder, Set.of()).network();
  }

  private static void same(PowerFlowResult before, PowerFlowResult after) {
    assertTrue(before.converged() && after.converged());
    for (int b = 0; b < before.voltagePu().length; b++) {
      assertEquals(before.voltagePu()[b], after.voltagePu()[b], 1e-8);
      assertEquals(before.angleDeg()[b], after.angleDeg()[b], 1e-6);
    }
    for (int l = 0; l < before.fromMw().length; l++) {
      assertEquals(before.fromMw()[l], after.fromMw()[l], 1e-6);
      assertEquals(before.toMvar()[l], after.toMvar()[l], 1e-6);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ieee9", "ieee14", "ieee57", "ieee118", "ieee300"})
  void builtInNetworksComeBack(String name) throws IOException {
    Network network = CaseFiles.load(name, Path.of(""), Set.of()).network();
    String text = MatpowerWriter.write(network, new IssueLog(name));
    Network back = readBack(text);
    same(ac(network), ac(back));
    MatpowerPowerFlow rows = new MatpowerPowerFlow(MatpowerRows.of(text));
    for (int b = 0; b < network.buses().size(); b++) {
      assertEquals(rows.voltagePu(b), ac(back).voltagePu()[b], 1e-8);
    }
    String again = MatpowerWriter.write(back, new IssueLog(name));
    assertEquals(again, MatpowerWriter.write(readBack(again), new IssueLog(name)));
  }

  /** Names for buses, several loads and shunts at a bus, converters of either kind. */
  private static Network named() {
    Network ieee = CaseFiles.load("ieee14", Path.of(""), Set.of()).network();
    List<Bus> buses = new ArrayList<>();
    for (Bus bus : ieee.buses()) {
      buses.add(
          new Bus(
              "n" + bus.id(),
              "North's " + bus.id(),
              bus.type(),
              bus.baseKv(),
              Integer.parseInt(bus.id()) % 2 == 0 ? "east" : "west",
              bus.vSetPu(),
              bus.angleDeg(),
              bus.vMinPu(),
              Double.POSITIVE_INFINITY));
    }
    List<Load> loads = new ArrayList<>();
    ieee.loads().forEach(d -> loads.add(new Load(d.id(), "n" + d.bus(), d.pMw(), d.qMvar())));
    loads.add(new Load("more", "n4", 3.25, 1 / 3.0));
    List<Shunt> shunts = new ArrayList<>();
    ieee.shunts().forEach(s -> shunts.add(new Shunt("n" + s.bus(), s.gMw(), s.bMvar())));
    shunts.add(new Shunt("n9", 0.7, -2));
    HvdcLine.Converter holds = new HvdcLine.Converter(true, 1.01, 0, Double.NEGATIVE_INFINITY, 9);
    HvdcLine.Converter gives = HvdcLine.Converter.fixed(-2);
    List<HvdcLine> lines =
        List.of(
            new HvdcLine("a", "n4", "n14", 7, 0, 9, 0.1, 0.02, true, holds, holds),
            new HvdcLine("b", "n5", "n13", -4, -9, 9, 0, 0.01, true, gives, gives),
            new HvdcLine("c", "n5", "n12", 4, 0, 9, 0, 0, false, gives, gives));
    return new Network(
        "named grid",
        ieee.baseMva(),
        buses,
        ieee.branches().stream()
            .map(
                b ->
                    new org.gridclear.network.Branch(
                        "line " + b.id(),
                        "n" + b.from(),
                        "n" + b.to(),
                        b.kind(),
                        b.rPu(),
                        b.xPu(),
                        b.bPu(),
                        b.tapRatio(),
                        b.shiftDeg(),
                        b.ratings(),
                        b.inService()))
            .toList(),
        ieee.generators().stream()
            .map(
                g ->
                    new Generator(
                        "unit " + g.id(),
                        "n" + g.bus(),
                        "coal",
                        g.pMw(),
                        g.qMvar(),
                        Double.NEGATIVE_INFINITY,
                        g.qMaxMvar(),
                        g.vSetPu(),
                        g.pMinMw(),
                        Double.POSITIVE_INFINITY,
                        0,
                        0,
                        true,
                        null,
                        new Generator.Capability(10, -5, 5, 20, -1, 1),
                        null,
                        Generator.Machine.UNKNOWN))
            .toList(),
        loads,
        shunts,
        lines,
        List.of());
  }

  @Test
  void namesBecomeNumbersAndWhatIsLeftOutIsNoticed() throws IOException {
    IssueLog log = new IssueLog("named");
    Network network = named();
    String text = MatpowerWriter.write(network, log);
    Network back = readBack(text);
    same(ac(network), ac(back));
    assertEquals("n3", back.buses().get(2).name());
    assertEquals(1, back.hvdcLines().size());
    assertEquals(-5, back.generators().get(0).capability().q1MinMvar());
    List<String> fields = log.issues().stream().map(issue -> issue.field()).toList();
    assertTrue(fields.containsAll(List.of("id", "zone", "fromEnd")), fields.toString());
  }

  @Test
  void aConverterThatHoldsAtOneEndOnlyIsRefused() {
    HvdcLine.Converter holds = new HvdcLine.Converter(true, 1, 0, -9, 9);
    Network network =
        named()
            .withHvdcLines(
                List.of(
                    new HvdcLine(
                        "h", "n4", "n5", 1, 0, 2, 0, 0, true, holds, HvdcLine.Converter.UNITY)));
    assertThrows(
        IllegalArgumentException.class, () -> MatpowerWriter.write(network, new IssueLog("named")));
  }
}
