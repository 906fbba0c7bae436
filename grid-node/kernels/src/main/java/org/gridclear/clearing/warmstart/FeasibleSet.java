package org.gridclear.clearing.warmstart;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gridclear.solver.LinearModel;

/** Names what a model allows, whatever it costs: models of one name have the same schedules. */
final class FeasibleSet {
  private static final int ENTRY_BYTES = 12;

  private FeasibleSet() {}

  /** SHA-256 over the bounds of columns, which of them are whole, and the rows. */
  static String name(LinearModel linear) {
    MessageDigest digest = sha256();
    ByteBuffer columns = ByteBuffer.allocate(linear.columnCount() * 17 + 4);
    columns.putInt(linear.columnCount());
    for (int c = 0; c < linear.columnCount(); c++) {
      columns.putDouble(linear.columnLower(c)).putDouble(linear.columnUpper(c));
      columns.put((byte) (linear.isInteger(c) ? 1 : 0));
    }
    digest.update(columns.flip());
    ByteBuffer rows = ByteBuffer.allocate(linear.rowCount() * 20);
    for (int r = 0; r < linear.rowCount(); r++) {
      rows.putDouble(linear.rowLower(r)).putDouble(linear.rowUpper(r)).putInt(linear.rowStart(r));
    }
    digest.update(rows.flip());
    ByteBuffer entries = ByteBuffer.allocate(linear.entryCount() * ENTRY_BYTES);
    for (int e = 0; e < linear.entryCount(); e++) {
      entries.putInt(linear.entryColumn(e)).putDouble(linear.entryValue(e));
    }
    digest.update(entries.flip());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
