package org.gridclear.worker.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * One message between a node and its child: a mark, a type, a length, bytes.
 *
 * @param type what it says
 * @param name a key or a number, "" for none
 * @param bytes what it carries
 */
record Frame(Type type, String name, byte[] bytes) {
  /** The first four bytes of each frame, so that foreign output on the stream is noticed. */
  private static final int MARK = 0x47435046;

  private static final int BYTES_MAX = 1 << 30;

  /** What frames say. */
  enum Type {
    /** To the child: a packed unit to do. */
    WORK,
    /** To the child: stop the unit. */
    CANCEL,
    /** To the child: bytes that it asked for; no bytes where there are none. */
    FOUND,
    /** To the child: what it asked for is not in the grid. */
    MISSING,
    /** To the node: the packed data of this hash, please. */
    DATA,
    /** To the node: the packed outcome of this key, please. */
    OUTCOME,
    /** To the node: keep this outcome under this key. */
    STORE,
    /** To the node: I live; the name is the CPU time of the unit so far, nanoseconds. */
    ALIVE,
    /** To the node: the packed receipt. */
    DONE
  }

  static Frame of(Type type, String name) {
    return new Frame(type, name, new byte[0]);
  }

  /** Writes the frame; several threads may. */
  void write(DataOutputStream out) throws IOException {
    byte[] label = name.getBytes(StandardCharsets.UTF_8);
    synchronized (out) {
      out.writeInt(MARK);
      out.writeByte(type.ordinal());
      out.writeShort(label.length);
      out.write(label);
      out.writeInt(bytes.length);
      out.write(bytes);
      out.flush();
    }
  }

  /**
   * Reads the next frame.
   *
   * @throws EOFException if the other side is gone
   * @throws IOException if what comes is no frame
   */
  static Frame read(DataInputStream in) throws IOException {
    if (in.readInt() != MARK) {
      throw new IOException("What came from the other process is no frame.");
    }
    int type = in.readUnsignedByte();
    byte[] label = new byte[in.readUnsignedShort()];
    in.readFully(label);
    int length = in.readInt();
    if (type >= Type.values().length || length < 0 || length > BYTES_MAX) {
      throw new IOException("A frame of type %d and %d bytes cannot be.".formatted(type, length));
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new Frame(Type.values()[type], new String(label, StandardCharsets.UTF_8), bytes);
  }
}
