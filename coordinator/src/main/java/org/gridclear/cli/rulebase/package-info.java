/** Commands of the rules of a market. */
@NullMarked
package org.gridclear.cli.rulebase;

import org.jspecify.annotations.NullMarked;
