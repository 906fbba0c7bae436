/** Egret's JSON: units, fuels, services, network. */
@NullMarked
package org.gridclear.io.egret;

import org.jspecify.annotations.NullMarked;
