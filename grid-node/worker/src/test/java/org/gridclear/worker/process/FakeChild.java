package org.gridclear.worker.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.work.UnitSummary;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.Wire;

/** A child that does with a unit what the unit's name says. */
public final class FakeChild {
  private FakeChild() {}

  /** Entry of the process. */
  public static void main(String[] arguments) throws Exception {
    DataInputStream in = new DataInputStream(System.in);
    DataOutputStream out = new DataOutputStream(System.out);
    while (true) {
      Frame frame = Frame.read(in);
      if (frame.type() != Frame.Type.WORK) {
        continue;
      }
      if (frame.name().equals("late")) {
        Thread.sleep(6_000);
      }
      Frame.of(Frame.Type.ALIVE, "1").write(out);
      switch (frame.name()) {
        case "exit" -> Runtime.getRuntime().halt(134);
        case "noise" -> {
          System.out.println("a native library prints where it should not");
          System.out.flush();
        }
        case "silence" -> Thread.sleep(60_000);
        case "standstill" -> {
          while (true) {
            Frame.of(Frame.Type.ALIVE, "1").write(out);
            Thread.sleep(50);
          }
        }
        case "memory" -> {
          List<ByteBuffer> blocks = new ArrayList<>();
          while (true) {
            ByteBuffer block = ByteBuffer.allocateDirect(16 << 20);
            for (int at = 0; at < block.capacity(); at += 4096) {
              block.put(at, (byte) 1);
            }
            blocks.add(block);
            Frame.of(Frame.Type.ALIVE, Integer.toString(blocks.size())).write(out);
            Thread.sleep(10);
          }
        }
        default -> {
          Frame.of(Frame.Type.DATA, "missing").write(out);
          Frame answer = Frame.read(in);
          new Frame(
                  Frame.Type.STORE,
                  "stored",
                  answer.name().getBytes(java.nio.charset.StandardCharsets.UTF_8))
              .write(out);
          Receipt receipt =
              new Receipt("key", "child", 1, 1, 0, List.of(), new UnitSummary.Probe(7));
          new Frame(Frame.Type.DONE, "", Wire.pack(receipt)).write(out);
        }
      }
    }
  }
}
