package org.gridclear.report.page;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;

/**
 * Prices of all buses and loadings of all branches in every period, as bytes: a picture of 10 000
 * buses is scrubbed through 96 periods without another question.
 *
 * <pre>
 * 4 whole numbers of 4 bytes, little end first: 1 (version), periods, buses, branches
 * prices: a float of 4 bytes per period and bus, money per MWh
 * loadings: a byte per period and branch, whole percent; 254 for more, 255 for no limit or out
 * </pre>
 */
public final class NetworkFrames {
  /** Media type and version of the bytes. */
  public static final int VERSION = 1;

  private static final int MOST = 254;
  private static final int NONE = 255;

  private NetworkFrames() {}

  /** The bytes of a cleared case. */
  public static byte[] of(ClearingCase clearingCase, ClearingResult result) {
    double[][] lmp = result.prices().lmpYuanPerMwh();
    int[][] percent = NetworkPicture.percent(clearingCase, result);
    int periods = percent.length;
    int branches = periods == 0 ? 0 : percent[0].length;
    ByteBuffer bytes =
        ByteBuffer.allocate(4 * Integer.BYTES + periods * (Float.BYTES * lmp.length + branches))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(VERSION).putInt(periods).putInt(lmp.length).putInt(branches);
    for (int t = 0; t < periods; t++) {
      for (double[] bus : lmp) {
        bytes.putFloat((float) bus[t]);
      }
    }
    for (int[] period : percent) {
      for (int loading : period) {
        bytes.put((byte) (loading == NetworkPicture.NONE ? NONE : Math.min(MOST, loading)));
      }
    }
    return bytes.array();
  }
}
