import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes the sources of the manual pages of all commands. The program itself describes only the
 * command that is asked for, so its class alone does not lead to the others.
 */
final class ManualSources {
  private ManualSources() {}

  /** Writes them into the folder that is given. */
  public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
    Method all = Class.forName("org.gridclear.cli.GridClear").getDeclaredMethod("commandLine");
    all.setAccessible(true);
    CommandLine program = (CommandLine) all.invoke(null);
    System.exit(
        ManPageGenerator.generateManPage(
            new File(arguments[0]), null, new boolean[0], false, program.getCommandSpec()));
  }
}
