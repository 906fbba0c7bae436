/** Egret's JSON: units, fuels, services, network. */
package org.gridclear.io.egret;
