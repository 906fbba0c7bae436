package org.gridclear.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.DeviceLimit;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Limits of devices are changed before a check (H-18): what is empty stays, what is wrong is said.
 */
// Rows: A-02, H-18
class LimitReaderTest {
  @TempDir private Path folder;

  private List<DeviceLimit> read(String text) throws IOException {
    Path file = folder.resolve("limits.csv");
    Files.writeString(file, text);
    return LimitReader.read(file, network());
  }

  private static Network network() {
    return BuiltInNetworks.read("ieee14");
  }

  @Test
  void ratingsAndBandsAreChangedAndTheRestStays() throws IOException {
    List<DeviceLimit> limits =
        read(
            """
            device,kind,normalMva,emergencyMva,vMinPu,vMaxPu
            L1,LINE,150,,,
            L2,LINE,none,80,,
            14,BUS,,,0.97,
            3,BUS,,,,
            """);
    Network network = DeviceLimit.applyTo(network(), limits);
    assertEquals(3, limits.size());
    assertEquals(150, network.branches().get(0).ratings().normalMva());
    assertEquals(
        network().branches().get(0).ratings().emergencyMva(),
        network.branches().get(0).ratings().emergencyMva());
    assertEquals(0, network.branches().get(1).ratings().normalMva());
    assertEquals(80, network.branches().get(1).ratings().emergencyMva());
    Bus changed = network.buses().get(13);
    assertEquals(0.97, changed.vMinPu());
    assertEquals(network().buses().get(13).vMaxPu(), changed.vMaxPu());
    double[] ones = new double[20];
    java.util.Arrays.fill(ones, 1);
    OperatingPoint point = OperatingPoint.of(network).withLimits(ones, ones);
    OperatingPoint limited = DeviceLimit.applyTo(point, network, limits);
    assertEquals(150, limited.normalMva()[0]);
    assertEquals(Double.POSITIVE_INFINITY, limited.normalMva()[1]);
    assertEquals(150, limited.emergencyMva()[0]);
    assertEquals(1, limited.normalMva()[2]);
  }

  /** L1 has no rating after outages, so its normal one holds then; L2 has 80. */
  @Test
  void aLimitAfterOutagesThatIsTheNormalOneFollowsIt() throws IOException {
    List<Branch> branches = new ArrayList<>(network().branches());
    branches.set(0, branches.get(0).withRatings(new Branch.Ratings(70, 0, 0)));
    branches.set(1, branches.get(1).withRatings(new Branch.Ratings(70, 0, 80)));
    Network network = network().withBranches(branches);
    double[] normal = new double[branches.size()];
    java.util.Arrays.fill(normal, 70);
    double[] emergency = normal.clone();
    emergency[1] = 80;
    OperatingPoint point = OperatingPoint.of(network).withLimits(normal, emergency);
    OperatingPoint limited =
        DeviceLimit.applyTo(point, network, read("device,normalMva\nL1,50\nL2,50\n"));
    assertEquals(50, limited.normalMva()[0]);
    assertEquals(50, limited.emergencyMva()[0]);
    assertEquals(50, limited.normalMva()[1]);
    assertEquals(80, limited.emergencyMva()[1]);
    OperatingPoint both =
        DeviceLimit.applyTo(point, network, read("device,normalMva,emergencyMva\nL1,50,60\n"));
    assertEquals(60, both.emergencyMva()[0]);
  }

  @Test
  void aBranchWithoutALimitIsWrittenAsNone() {
    for (String field : List.of("normalMva", "shortTermMva", "emergencyMva")) {
      wrong("device,%s\nL1,0\n".formatted(field), "none");
    }
  }

  @Test
  void whatIsWrongIsNamed() {
    wrong("device,normalMva\nL99,5\n", "L99");
    wrong("device,normalMva\nL1,-5\n", "-5");
    wrong("device,vMinPu\nL1,0.9\n", "normalMva");
    wrong("device,vMinPu\n14,1.5\n", "vMaxPu");
    wrong("device,normlMva\nL1,5\n", "normlMva");
    wrong("device,normalMva\nL1,5\nL1,6\n", "once");
    wrong("device,kind,normalMva\nL1,BUS,5\n", "no such BUS");
    wrong("device,normalMva\nL1,much\n", "much");
  }

  private void wrong(String text, String part) {
    String message = assertThrows(InvalidInputException.class, () -> read(text)).getMessage();
    assertTrue(message.contains(part), message);
  }
}
