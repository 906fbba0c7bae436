package org.gridclear.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    assertEquals(1, limited.emergencyMva()[0]);
    assertEquals(1, limited.normalMva()[2]);
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
