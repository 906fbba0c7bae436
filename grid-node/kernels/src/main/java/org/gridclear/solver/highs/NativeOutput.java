package org.gridclear.solver.highs;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * The standard output of a process, kept for the caller alone. HiGHS prints a line now and then
 * whatever its options say, past {@code System.out}: in a process that sends data through its
 * standard output such a line would lie in the midst of them.
 */
public final class NativeOutput {
  private static final int OUTPUT = 1;
  private static final int ERROR = 2;

  private NativeOutput() {}

  /**
   * Sends what native code prints to the standard error from now on.
   *
   * @return what leads to the standard output; of Windows, shared with native code as before
   * @throws IOException if the output cannot be opened
   */
  public static OutputStream takeOver() throws IOException {
    if (Platform.isWindows()) {
      return new FileOutputStream(FileDescriptor.out);
    }
    NativeLibrary c = NativeLibrary.getInstance(Platform.C_LIBRARY_NAME);
    int kept = call(c.getFunction("dup"), OUTPUT);
    call(c.getFunction("dup2"), ERROR, OUTPUT);
    return new Kept(c.getFunction("write"), kept);
  }

  /** Writes to a descriptor as it is: to open its file anew would cut off what is in it. */
  private static final class Kept extends OutputStream {
    private final Function write;
    private final int descriptor;

    Kept(Function write, int descriptor) {
      this.write = write;
      this.descriptor = descriptor;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      for (int done = 0; done < length; ) {
        byte[] rest = Arrays.copyOfRange(bytes, from + done, from + length);
        done += call(write, descriptor, rest, new NativeLong(rest.length));
      }
    }
  }

  private static int call(Function function, Object... arguments) throws IOException {
    int result = function.invokeInt(arguments);
    if (result < 0) {
      throw new IOException(function.getName() + " failed on the standard output");
    }
    return result;
  }
}
