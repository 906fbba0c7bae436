package org.gridclear.io.rtsgmlc;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A folder in RTS-GMLC's layout with three buses and every column of its documentation. */
final class SmallFolder {
  /** Columns that change what is read. */
  static final Set<String> USED =
      Set.of(
          "GEN UID",
          "Bus ID",
          "Unit Type",
          "Category",
          "Fuel",
          "MW Inj",
          "MVAR Inj",
          "V Setpoint p.u.",
          "PMax MW",
          "PMin MW",
          "QMax MVAR",
          "QMin MVAR",
          "Min Down Time Hr",
          "Min Up Time Hr",
          "Ramp Rate MW/Min",
          "Start Time Cold Hr",
          "Start Time Hot Hr",
          "Start Heat Cold MBTU",
          "Start Heat Hot MBTU",
          "Non Fuel Start Cost $",
          "Non Fuel Shutdown Cost $",
          "Fuel Price $/MMBTU",
          "Output_pct_0",
          "Output_pct_1",
          "Output_pct_2",
          "Output_pct_3",
          "HR_avg_0",
          "HR_incr_1",
          "HR_incr_2",
          "HR_incr_3",
          "VOM",
          "Pump Load MW",
          "Storage Roundtrip Efficiency",
          "Start Time Warm Hr",
          "Start Heat Warm MBTU",
          "Bus Name",
          "BaseKV",
          "Bus Type",
          "MW Load",
          "MVAR Load",
          "V Mag",
          "V Angle",
          "MW Shunt G",
          "MVAR Shunt B",
          "Area",
          "UID",
          "From Bus",
          "To Bus",
          "R",
          "X",
          "B",
          "Cont Rating",
          "LTE Rating",
          "STE Rating",
          "Tr Ratio",
          "Max Volume GWh",
          "Initial Volume GWh",
          "position",
          "Reserve Product",
          "Timeframe (sec)",
          "Requirement (MW)",
          "Eligible Regions",
          "Eligible Device Categories",
          "Eligible Device SubCategories",
          "Direction",
          "Simulation_Parameters",
          "DAY_AHEAD",
          "Simulation",
          "Object",
          "Parameter",
          "Data File");

  /** Columns, parameters and series that are named in a notice. */
  static final Set<String> NOT_USED =
      Set.of(
          "Gen ID",
          "Unit Group",
          "FOR",
          "MTTF Hr",
          "MTTR Hr",
          "Scheduled Maint Weeks",
          "Fuel Sulfur Content %",
          "Emissions SO2 Lbs/MMBTU",
          "Emissions NOX Lbs/MMBTU",
          "Emissions Part Lbs/MMBTU",
          "Emissions CO2 Lbs/MMBTU",
          "Emissions CH4 Lbs/MMBTU",
          "Emissions N2O Lbs/MMBTU",
          "Emissions CO Lbs/MMBTU",
          "Emissions VOCs Lbs/MMBTU",
          "Damping Ratio",
          "Inertia MJ/MW",
          "Base MVA",
          "Transformer X p.u.",
          "Unit X p.u.",
          "lat",
          "lng",
          "Sub Area",
          "Zone",
          "Perm OutRate",
          "Duration",
          "Tran OutRate",
          "Length",
          "Inflow Limit GWh",
          "Rating MVA",
          "Start Energy",
          "Scaling Factor",
          "Natural_Inflow",
          "Look_Ahead_Resolution",
          "Periods_per_Step",
          "9_WIND_9");

  /** Text of each file by its path. */
  static final Map<String, String> FILES = new TreeMap<>();

  static {
    FILES.put(
        "SourceData/gen.csv",
        """
        GEN UID,Bus ID,Gen ID,Unit Group,Unit Type,Category,Fuel,MW Inj,MVAR Inj,V Setpoint p.u.,PMax MW,\
        PMin MW,QMax MVAR,QMin MVAR,Min Down Time Hr,Min Up Time Hr,Ramp Rate MW/Min,Start Time Cold Hr,\
        Start Time Warm Hr,Start Time Hot Hr,Start Heat Cold MBTU,Start Heat Warm MBTU,Start Heat Hot MBTU,\
        Non Fuel Start Cost $,Non Fuel Shutdown Cost $,FOR,MTTF Hr,MTTR Hr,Scheduled Maint Weeks,\
        Fuel Price $/MMBTU,Output_pct_0,Output_pct_1,Output_pct_2,Output_pct_3,HR_avg_0,HR_incr_1,HR_incr_2,\
        HR_incr_3,VOM,Fuel Sulfur Content %,Emissions SO2 Lbs/MMBTU,Emissions NOX Lbs/MMBTU,\
        Emissions Part Lbs/MMBTU,Emissions CO2 Lbs/MMBTU,Emissions CH4 Lbs/MMBTU,Emissions N2O Lbs/MMBTU,\
        Emissions CO Lbs/MMBTU,Emissions VOCs Lbs/MMBTU,Damping Ratio,Inertia MJ/MW,Base MVA,\
        Transformer X p.u.,Unit X p.u.,Pump Load MW,Storage Roundtrip Efficiency
        1_STEAM_1,1,1,U,STEAM,Coal,Coal,50,10.0,1.04,76,30,20,-10.0,4.5,8,2,10,8,3,3000,2000,1000,7,0,0.02,\
        0,0,0,2,0.394736842,0.789473684,1,NA,13270,7000,8000,NA,0.5,0,Unit-specific,0,0,210,0,0,0,0,0,0,0,0,\
        0,0,0
        3_CC_1,3,1,U,CC,Gas CC,NG,60,10.0,1.04,76,30,20,-10.0,4.5,8,2,10,10,3,3000,2000,1000,7,11,0.02,0,0,\
        0,2,0.394736842,0.6,0.8,1,13270,7000,8000,9000,0.5,0,Unit-specific,0,0,210,0,0,0,0,0,0,0,0,0,0,0
        1_HYDRO_1,1,1,U,HYDRO,Hydro,Hydro,12,8.0,1.04,50,0,16,-8.0,0,0,0,0,0,0,0,0,0,0,0,0.02,0,0,0,0,1,NA,\
        NA,NA,3412,0,0,NA,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
        2_WIND_1,2,1,U,WIND,Wind,Wind,0,0.0,1.04,100,0,0,0.0,0,0,0,0,0,0,0,0,0,0,0,0.02,0,0,0,0,NA,NA,NA,NA,\
        0,0,0,NA,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
        2_STORAGE_1,2,1,U,STORAGE,Storage,Storage,0,0.0,1.04,50,0,0,0.0,0,0,0,0,0,0,0,0,0,0,0,0.02,0,0,0,0,\
        NA,NA,NA,NA,0,0,0,NA,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,40,85
        3_CSP_1,3,1,U,CSP,CSP,Solar,0,0.0,1.04,20,3,0,0.0,0,0,0,0,0,0,0,0,0,0,0,0.02,0,0,0,0,NA,NA,NA,NA,0,\
        0,0,NA,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
        """);
    FILES.put(
        "SourceData/bus.csv",
        """
        Bus ID,Bus Name,BaseKV,Bus Type,MW Load,MVAR Load,V Mag,V Angle,MW Shunt G,MVAR Shunt B,Area,\
        Sub Area,Zone,lat,lng
        1,Abel,138.0,Ref,25,5,1.04,0.0,0.0,0.0,1,11.0,11.0,33.4,-113.8
        2,Adams,138.0,PQ,75,15,1.03,-7.8,0.5,-100.0,1,11.0,12.0,33.3,-113.9
        3,Adler,230.0,PV,52,10,1.01,-7.2,0.0,0.0,2,11.0,11.0,34.5,-114.6
        """);
    FILES.put(
        "SourceData/branch.csv",
        """
        UID,From Bus,To Bus,R,X,B,Cont Rating,LTE Rating,STE Rating,Perm OutRate,Duration,Tr Ratio,\
        Tran OutRate,Length
        A1,1,2,0.003,0.014,0.461,175,193,200,0.24,16,0,0.1,3
        A2,2,3,0.055,0.211,0.057,175,193,200,0.39,10,1.03,2.9,55
        """);
    FILES.put(
        "SourceData/dc_branch.csv",
        """
        UID,From Bus,To Bus,Control Mode,R Line,MW Load,V Mag kV,R Compound,Margin,Metered end,\
        Line FOR Perm,Line FOR Trans,MTTR Line Hours,From Station FOR Active,From Station FOR Passive,\
        From Station Scheduled Maint Rate,From Station Scheduled Maint Hours,From Switching Time Hours,\
        To Station FOR Active,To Station FOR Passive,To Station Scheduled Maint Rate,\
        To Station Scheduled Maint Dur Hours,To Switching Time Hours,Line Outage Prob 0,Line Outage Prob 1,\
        Line Outage Prob 2,Line Outage Prob 3,Line Outage Rate 0,Line Outage Rate 1,Line Outage Rate 2,\
        Line Outage Rate 3,Line Outage Dur 0,Line Outage Dur 1,Line Outage Dur 2,Line Outage Dur 3,\
        Line Outage Loading 1,Line Outage Loading 2,Line Outage Loading 3,From Series Bridges,\
        From Max Firing Angle,From Min Firing Angle,From R Commutating,From X Commutating,From baseKV,\
        From Tr Ratio,From Tap Setpoint,From Tap Max,From Tap Min,From Tap Step,To Series Bridges,\
        To Max Firing Angle,To Min Firing Angle,To R Commutating,To X Commutating,To baseKV,To Tr Ratio,\
        To Tap Setpoint,To Tap Max,To Tap Min,To Tap Step
        DC1,1,3,Power,5,100,500,5,0.1,Inverter,0.22,0.7,10,0.0066,0.0005,0.2,108,1,0.0066,0.0005,0.2,108,1,\
        0.0179,0.0747,0.0007,0.9067,6.03,54.97,1.08,52.88,26,11.9,5.77,150.2,50,75,100,4,15,15,0.018,4.539,\
        230,0.46,1.15452,1.15452,0.97996,0.005,4,16,16,0.0103,4.939,230,0.46,0.97987,1.175,0.97987,0.005
        """);
    FILES.put(
        "SourceData/storage.csv",
        """
        GEN UID,Storage,Max Volume GWh,Initial Volume GWh,Start Energy,Inflow Limit GWh,Rating MVA,position
        2_STORAGE_1,HEAD,0.15,0.075,NA,0.1,50,head
        2_STORAGE_1,TAIL,0.06,0.02,NA,0.05,50,tail
        1_HYDRO_1,RESERVOIR,1,0.5,0.04,0.2,50,head
        """);
    FILES.put(
        "SourceData/reserves.csv",
        """
        Reserve Product,Timeframe (sec),Requirement (MW),Eligible Regions,Eligible Device Categories,\
        Eligible Device SubCategories,Direction
        Spin_Up_R1,600,40.413,1,(Generator),"(Gas CC,Coal,Wind)",Up
        Reg_Down,300,77,"(1,2)",(Generator),"(Gas CC,Coal)",Down
        Reg_Up,300,33,"(1,2)",(Generator),"(Gas CC,Coal)",Up
        Flex_Up,1200,96,"(1,2)",(Generator),"(Gas CC,Coal)",Up
        """);
    FILES.put(
        "SourceData/simulation_objects.csv",
        """
        Simulation_Parameters,Description,DAY_AHEAD,REAL_TIME
        Periods_per_Step,the number of periods,24,1
        Period_Resolution,period resolution in seconds,3600,300
        Date_From,simulation beginning period,1/1/20 0:00,1/1/20 0:00
        Date_To,simulation ending period,12/31/20 0:00,12/31/20 0:00
        Look_Ahead_Periods_per_Step,look ahead,24,2
        Look_Ahead_Resolution,look-ahead period resolution,3600,300
        Reserve_Products,list of reserve products scheduled,"(Spin_Up, Reg_Down, Reg_Up)","(Spin_Up)"
        """);
    FILES.put(
        "SourceData/timeseries_pointers.csv",
        """
        Simulation,Category,Object,Parameter,Scaling Factor,Data File
        DAY_AHEAD,Generator,1_HYDRO_1,PMax MW,50,../timeseries/hydro.csv
        DAY_AHEAD,Generator,1_HYDRO_1,PMin MW,50,../timeseries/hydro.csv
        DAY_AHEAD,Generator,2_WIND_1,PMax MW,100,../elsewhere/wind.csv
        DAY_AHEAD,Generator,3_CSP_1,Natural_Inflow,1,../timeseries/csp.csv
        DAY_AHEAD,Area,1,MW Load,100,../timeseries/load.csv
        DAY_AHEAD,Reserve,Spin_Up_R1,Requirement,1,../timeseries/spin.csv
        DAY_AHEAD,Reserve,Reg_Down,Requirement,1,../timeseries/reg_down.csv
        REAL_TIME,Area,1,MW Load,100,../timeseries/load_5.csv
        """);
    FILES.put(
        "timeseries/reg_down.csv",
        """
        Year,Month,Day,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24
        2020,1,1,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50
        2020,1,2,61,62,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50
        """);
    FILES.put("timeseries/hydro.csv", hours("1_HYDRO_1", "10", "12.5"));
    FILES.put("timeseries/wind.csv", hours("2_WIND_1,9_WIND_9", "50,1", "88,1"));
    FILES.put("timeseries/load.csv", hours("1", "100", "160"));
    FILES.put("timeseries/spin.csv", hours("Spin_Up_R1", "30", "31"));
  }

  private SmallFolder() {}

  /** Two days of hours, all the same but the second hour of the second day. */
  private static String hours(String columns, String values, String other) {
    StringBuilder text = new StringBuilder("Year,Month,Day,Period," + columns + "\n");
    for (int day = 1; day <= 2; day++) {
      for (int hour = 1; hour <= 24; hour++) {
        String here = day == 2 && hour == 2 ? other : values;
        text.append("2020,1,%d,%d,%s%n".formatted(day, hour, here));
      }
    }
    return text.toString();
  }

  /** The table with every cell of a column that holds something replaced. */
  static String withColumn(String table, int column, String value) {
    String header = table.lines().findFirst().orElseThrow();
    return table
        .lines()
        .map(line -> line.equals(header) ? line : changed(line, column, value))
        .collect(Collectors.joining("\n"));
  }

  private static String changed(String line, int column, String value) {
    String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
    cells[column] = cells[column].isBlank() || cells[column].equals("NA") ? "" : value;
    return String.join(",", cells);
  }
}
