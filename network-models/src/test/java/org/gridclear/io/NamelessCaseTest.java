package org.gridclear.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;

/** Standard input has no name that tells its format: the text does. */
class NamelessCaseTest {
  private static final String MATPOWER =
      """
      function mpc = two
      mpc.version = '2';
      mpc.baseMVA = 100;
      mpc.bus = [
        1 3 20 5 0 0 1 1 0 110 1 1.1 0.9;
        2 1 50 10 0 0 1 1 0 110 1 1.1 0.9;
      ];
      mpc.gen = [1 100 0 80 -80 1 100 1 200 0];
      mpc.branch = [1 2 0.01 0.1 0.02 60 60 60 0 0 1 -360 360];
      """;

  private static final String JSON =
      """
      {"format": "gridclear-case", "name": "two", "horizon": {"periodCount": 1},
       "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
         "branches": [{"id": "ab", "from": "a", "to": "b", "xPu": 0.1}]},
       "busLoads": [{"bus": "a", "mw": 1}],
       "thermalUnits": [
         {"id": "g1", "bus": "a", "offers": [{"mw": [0, 100], "yuanPerH": [0, 30000]}]}]}
      """;

  private static int buses(byte[] bytes) {
    return NamelessCase.load(bytes, Set.of()).network().buses().size();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void matpowerAndJsonAreToldByTheirText() {
    assertEquals(2, buses(utf8(MATPOWER)));
    assertEquals(2, buses(utf8(JSON)));
    assertEquals(2, buses(utf8("\uFEFF\n " + JSON)), "behind a byte order mark");
  }

  @Test
  void packedJsonIsRead() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(utf8(JSON));
    }
    assertEquals(2, buses(packed.toByteArray()));
  }

  @Test
  void whatIsNeitherIsRefusedWithAdvice() {
    for (String text : new String[] {"", "from,to\n1,2\n"}) {
      InvalidInputException refused =
          assertThrows(InvalidInputException.class, () -> buses(utf8(text)));
      assertTrue(refused.getMessage().contains("give other formats as files"), text);
    }
  }
}
