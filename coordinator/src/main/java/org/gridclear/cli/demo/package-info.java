/** Commands that show a market at work. */
@NullMarked
package org.gridclear.cli.demo;

import org.jspecify.annotations.NullMarked;
