/**
 * pandapower networks as its {@code to_json} writes them: tables within a JSON text within JSON.
 * Start at {@link PandapowerFormat}.
 */
@NullMarked
package org.gridclear.io.pandapower;

import org.jspecify.annotations.NullMarked;
