package org.gridclear.solver.highs;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.DoubleByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The functions of the HiGHS C interface that the adapter calls, and how the library is found. */
interface HighsLibrary extends Library {
  int STATUS_ERROR = -1;
  int ROWWISE = 2;
  int MINIMISE = 1;
  int BASIS_VALID = 1;
  int CALLBACK_SIMPLEX_INTERRUPT = 1;
  int CALLBACK_IPM_INTERRUPT = 2;
  int CALLBACK_MIP_INTERRUPT = 6;

  Pointer Highs_create();

  void Highs_destroy(Pointer highs);

  String Highs_version();

  int Highs_setBoolOptionValue(Pointer highs, String option, int value);

  int Highs_setIntOptionValue(Pointer highs, String option, int value);

  int Highs_setDoubleOptionValue(Pointer highs, String option, double value);

  int Highs_setStringOptionValue(Pointer highs, String option, String value);

  int Highs_passMip(
      Pointer highs,
      int columns,
      int rows,
      int entries,
      int format,
      int sense,
      double offset,
      double[] cost,
      double[] columnLower,
      double[] columnUpper,
      double[] rowLower,
      double[] rowUpper,
      int[] start,
      int[] index,
      double[] value,
      int[] integrality);

  int Highs_addCol(
      Pointer highs,
      double cost,
      double lower,
      double upper,
      int entries,
      int[] index,
      double[] value);

  int Highs_addRow(
      Pointer highs, double lower, double upper, int entries, int[] index, double[] value);

  int Highs_changeRowBounds(Pointer highs, int row, double lower, double upper);

  int Highs_changeColBounds(Pointer highs, int column, double lower, double upper);

  int Highs_changeColsBoundsByRange(
      Pointer highs, int from, int to, double[] lower, double[] upper);

  int Highs_changeRowsBoundsByRange(
      Pointer highs, int from, int to, double[] lower, double[] upper);

  int Highs_getColsByRange(
      Pointer highs,
      int from,
      int to,
      IntByReference columns,
      double[] costs,
      double[] lower,
      double[] upper,
      IntByReference entries,
      int @Nullable [] start,
      int @Nullable [] index,
      double @Nullable [] value);

  int Highs_getRowsByRange(
      Pointer highs,
      int from,
      int to,
      IntByReference rows,
      double[] lower,
      double[] upper,
      IntByReference entries,
      int @Nullable [] start,
      int @Nullable [] index,
      double @Nullable [] value);

  int Highs_changeColsIntegralityByRange(Pointer highs, int from, int to, int[] integrality);

  int Highs_setSolution(
      Pointer highs,
      double[] columns,
      double @Nullable [] rows,
      double @Nullable [] columnDuals,
      double @Nullable [] rowDuals);

  int Highs_getBasis(Pointer highs, int[] columns, int[] rows);

  int Highs_setBasis(Pointer highs, int[] columns, int[] rows);

  int Highs_getBasicVariables(Pointer highs, int[] basic);

  int Highs_getBasisInverseRow(
      Pointer highs, int position, Pointer vector, IntByReference count, Pointer indices);

  int Highs_run(Pointer highs);

  double Highs_getRunTime(Pointer highs);

  int Highs_clearSolver(Pointer highs);

  int Highs_getModelStatus(Pointer highs);

  int Highs_getNumCol(Pointer highs);

  int Highs_getNumRow(Pointer highs);

  int Highs_getSolution(
      Pointer highs, double[] columns, double[] columnDuals, double[] rows, double[] rowDuals);

  int Highs_getIntInfoValue(Pointer highs, String info, IntByReference value);

  int Highs_getInt64InfoValue(Pointer highs, String info, LongByReference value);

  int Highs_getDoubleInfoValue(Pointer highs, String info, DoubleByReference value);

  int Highs_setCallback(Pointer highs, InterruptCallback callback, @Nullable Pointer userData);

  int Highs_startCallback(Pointer highs, int callbackType);

  /** Called by HiGHS now and then; the first int of {@code dataIn} is the wish to stop. */
  interface InterruptCallback extends Callback {
    void invoke(int type, Pointer message, Pointer dataOut, Pointer dataIn, Pointer userData);
  }

  /** The loaded library, or why it could not be loaded. */
  final class Loaded {
    static final Optional<HighsLibrary> LIBRARY;
    static final String FAILURE;

    static {
      HighsLibrary library = null;
      String failure = "";
      try {
        library = Native.load(extracted().toString(), HighsLibrary.class, Map.of());
      } catch (IOException | UnsatisfiedLinkError | NoClassDefFoundError e) {
        failure = String.valueOf(e.getMessage());
      }
      LIBRARY = Optional.ofNullable(library);
      FAILURE = failure;
    }

    private Loaded() {}

    /** Copies the library out of its jar, once per user and machine. */
    private static Path extracted() throws IOException {
      String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
      String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
      boolean arm = arch.contains("aarch64") || arch.contains("arm64");
      String folder;
      String file;
      if (os.contains("win")) {
        folder = "ortools-win32-x86-64";
        file = "highs.dll";
      } else if (os.contains("mac")) {
        folder = arm ? "ortools-darwin-aarch64" : "ortools-darwin-x86-64";
        file = "libhighs.1.dylib";
      } else {
        folder = arm ? "ortools-linux-aarch64" : "ortools-linux-x86-64";
        file = "libhighs.so.1";
      }
      String resource = "/" + folder + "/" + file;
      try (InputStream in = HighsLibrary.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IOException("There is no HiGHS for this platform: " + resource);
        }
        return kept(in.readAllBytes(), file);
      }
    }

    /**
     * The library in a folder of this user, put there by the first process; a file that is not the
     * same byte for byte is replaced.
     */
    private static Path kept(byte[] library, String file) throws IOException {
      String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9]", "_");
      Path folder = Path.of(System.getProperty("java.io.tmpdir"), "gridclear-" + user);
      Files.createDirectories(folder);
      if (!Files.getOwner(folder).getName().equals(System.getProperty("user.name"))) {
        folder = Files.createTempDirectory("gridclear-");
        folder.toFile().deleteOnExit();
      }
      Path target = folder.resolve("%08x-%s".formatted(Arrays.hashCode(library), file));
      if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), library)) {
        Path aside = Files.createTempFile(folder, "highs-", ".part");
        Files.write(aside, library);
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
      }
      return target;
    }
  }
}
