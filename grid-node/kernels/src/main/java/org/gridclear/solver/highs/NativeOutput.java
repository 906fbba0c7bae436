package org.gridclear.solver.highs;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

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
    OutputStream stream = new FileOutputStream("/dev/fd/" + kept);
    call(c.getFunction("dup2"), ERROR, OUTPUT);
    return stream;
  }

  private static int call(Function function, Object... arguments) throws IOException {
    int result = function.invokeInt(arguments);
    if (result < 0) {
      throw new IOException(function.getName() + " failed on the standard output");
    }
    return result;
  }
}
