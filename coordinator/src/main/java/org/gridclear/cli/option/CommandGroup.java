package org.gridclear.cli.option;

/** A group of commands; by itself it says which there are. */
public abstract class CommandGroup extends PrintingCommand {
  @Override
  public Integer call() {
    printUsage();
    return ExitCodes.DONE;
  }
}
