// The vectors of conversions, of rounding and of appraisals without tables, run from C#: decimals go in and come out as
// System.Decimal, and structs are memory whose fields lie where layout.tsv says.
//
//   Conformance.exe LAYOUT HEADER VECTORS
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;

struct Text {
  public IntPtr Data;
  public UIntPtr Length;
}

static class Library {
  const string Name = "dijia";
  const CallingConvention C = CallingConvention.Cdecl;

  [DllImport(Name, CallingConvention = C)] public static extern IntPtr dijia_edition_jinan_2020();
  [DllImport(Name, CallingConvention = C)]
  public static extern int dijia_land_use_parse(byte[] text, UIntPtr length, IntPtr to, IntPtr error);
  [DllImport(Name, CallingConvention = C)]
  public static extern int dijia_zone_code_parse(byte[] text, UIntPtr length, IntPtr to, IntPtr error);
  [DllImport(Name, CallingConvention = C)]
  public static extern int dijia_grade_parse(byte[] text, UIntPtr length, IntPtr to, IntPtr error);
  [DllImport(Name, CallingConvention = C)]
  public static extern int dijia_date_parse(byte[] text, UIntPtr length, IntPtr to, IntPtr error);
  [DllImport(Name, CallingConvention = C)]
  public static extern int dijia_service_parse(byte[] text, UIntPtr length, IntPtr to, IntPtr error);
  [DllImport(Name, CallingConvention = C)]
  public static extern int dijia_development_level_parse(byte[] text, UIntPtr length, IntPtr to, IntPtr error);
  [DllImport(Name, CallingConvention = C)]
  public static extern int dijia_factor_parse(Text name, byte[] text, UIntPtr length, IntPtr to, IntPtr error);
  [DllImport(Name, CallingConvention = C)]
  public static extern int dijia_appraise(IntPtr appraisal, IntPtr appraised, IntPtr error);
  [DllImport(Name, CallingConvention = C)]
  public static extern int dijia_decimal_round(decimal value, uint places, uint mode, out decimal to, IntPtr error);
  [DllImport(Name, CallingConvention = C)]
  public static extern int dijia_wan_yuan_per_mu(decimal value, uint places, uint mode, out decimal to, IntPtr error);
  [DllImport(Name, CallingConvention = C)]
  public static extern int dijia_total_yuan(decimal price, decimal area, uint places, uint mode, out decimal to, IntPtr error);
  [DllImport(Name, CallingConvention = C)]
  public static extern int dijia_floor_price(decimal price, decimal ratio, uint places, uint mode, out decimal to, IntPtr error);
}

static class Conformance {
  static readonly Dictionary<string, Tuple<int, string>> Fields = new Dictionary<string, Tuple<int, string>>();
  static readonly Dictionary<string, int> Sizes = new Dictionary<string, int>();
  static string[] header;
  static IntPtr error;

  static uint Constant(string name) {
    var line = header.Single(text => text.StartsWith("#define " + name + " ", StringComparison.Ordinal));
    return uint.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture);
  }

  static IEnumerable<Dictionary<string, string>> Rows(string file) {
    var lines = File.ReadAllLines(file, Encoding.UTF8);
    var names = lines[0].Split('\t');
    return lines.Skip(1).Select(line => line.Split('\t').Select((cell, i) => new { cell, i }).ToDictionary(x => names[x.i], x => x.cell));
  }

  // Where a field of a struct in memory is, such as "rounding.mode".
  static IntPtr At(IntPtr memory, string type, string path) {
    foreach (var name in path.Split('.')) {
      var field = Fields[type + "." + name];
      memory += field.Item1;
      type = field.Item2;
    }
    return memory;
  }

  static IntPtr New(string type) {
    var memory = Marshal.AllocHGlobal(Sizes[type]);
    Marshal.Copy(new byte[Sizes[type]], 0, memory, Sizes[type]);
    if (Fields.ContainsKey(type + ".size")) Marshal.WriteIntPtr(At(memory, type, "size"), (IntPtr)Sizes[type]);
    return memory;
  }

  static decimal Number(string cell) {
    return decimal.Parse(cell, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
  }

  static string Shown(decimal value) {
    return value.ToString(CultureInfo.InvariantCulture);
  }

  static uint Mode(Dictionary<string, string> row) {
    return Constant(row["mode"] == "half-even" ? "DIJIA_HALF_EVEN" : "DIJIA_HALF_UP");
  }

  static void Check(bool condition, string what, Dictionary<string, string> row) {
    if (!condition) throw new Exception(what + ": " + string.Join("\t", row.Values));
  }

  static int Rounding(Dictionary<string, string> row) {
    decimal found;
    if (row["=error_kind"] != "") return 0;
    var places = uint.Parse(row["places"], CultureInfo.InvariantCulture);
    Check(Library.dijia_decimal_round(Number(row["value"]), places, Mode(row), out found, error) == 0, "refused", row);
    Check(Shown(found) == row["=rounded"], Shown(found), row);
    return 1;
  }

  static int Unit(Dictionary<string, string> row) {
    decimal found;
    int status;
    if (row["=error_kind"] != "") return 0;
    Func<uint> places = () => uint.Parse(row["places"], CultureInfo.InvariantCulture);
    Func<decimal> value = () => Number(row["value"]), by = () => Number(row["by"]);
    switch (row["conversion"]) {
      case "wan_yuan_per_mu": status = Library.dijia_wan_yuan_per_mu(value(), places(), Mode(row), out found, error); break;
      case "total_yuan": status = Library.dijia_total_yuan(value(), by(), places(), Mode(row), out found, error); break;
      case "floor_price": status = Library.dijia_floor_price(value(), by(), places(), Mode(row), out found, error); break;
      default: return 0;
    }
    Check(status == 0 && Shown(found) == row["=value"], Shown(found), row);
    return 1;
  }

  delegate int Parse(byte[] text, UIntPtr length, IntPtr to, IntPtr error);

  static void Read(Parse parse, string text, IntPtr to, Dictionary<string, string> row) {
    var bytes = Encoding.UTF8.GetBytes(text);
    Check(parse(bytes, (UIntPtr)(uint)bytes.Length, to, error) == 0, text, row);
  }

  // Memory of a row, which is given back after it.
  static readonly List<IntPtr> kept = new List<IntPtr>();

  static IntPtr Keep(IntPtr memory) {
    kept.Add(memory);
    return memory;
  }

  static Text Name(string name) {
    var bytes = Encoding.UTF8.GetBytes(name);
    var memory = Keep(Marshal.AllocHGlobal(bytes.Length));
    Marshal.Copy(bytes, 0, memory, bytes.Length);
    return new Text { Data = memory, Length = (UIntPtr)(uint)bytes.Length };
  }

  // The pairs "name=value" of a cell as structs one behind another.
  static void Pairs(string cell, string type, IntPtr array, IntPtr count, Action<string, string, IntPtr> fill) {
    if (cell == "") return;
    var pairs = cell.Split(';');
    var memory = Keep(Marshal.AllocHGlobal(pairs.Length * Sizes[type]));
    Marshal.Copy(new byte[pairs.Length * Sizes[type]], 0, memory, pairs.Length * Sizes[type]);
    for (var i = 0; i < pairs.Length; i++) {
      var pair = pairs[i].Split(new[] { '=' }, 2);
      fill(pair[0], pair[1], memory + i * Sizes[type]);
    }
    Marshal.WriteIntPtr(array, memory);
    Marshal.WriteIntPtr(count, (IntPtr)pairs.Length);
  }

  static readonly string[] Lists = { "plot_ratio_table", "date_index", "basis", "=error_kind" };
  static readonly string[] Decimals = {
    "rate", "statutory_term", "remaining_term", "plot_ratio", "plot_ratio_coefficient", "date_coefficient",
    "monthly_growth", "development_adjustment", "area",
  };
  static readonly string[,] Results = {
    { "=floor_price", "floor_price" }, { "=total_yuan", "total_yuan" }, { "=total_wan_yuan", "total_wan_yuan" },
    { "=ky", "term_coefficient" }, { "=kv", "plot_ratio_coefficient" }, { "=kt", "date_coefficient" },
    { "=factor_sum", "factor_sum" }, { "=kf", "development_adjustment" },
  };

  static unsafe int Appraisal(Dictionary<string, string> row) {
    const string Type = "dijia_appraisal", Found = "dijia_appraised";
    decimal number;
    if (Lists.Any(column => row[column] != "") || row["coefficients"].Contains("/")) return 0;
    var plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
    Func<string, bool> isOther = cell => cell != "" && !decimal.TryParse(cell, plain, CultureInfo.InvariantCulture, out number);
    if (Decimals.Any(column => isOther(row[column]))) return 0;
    IntPtr one = Keep(New(Type)), found = Keep(New(Found));
    Func<string, IntPtr> at = path => At(one, Type, path);
    var words = row["base"].Split(':');
    var jinan = Library.dijia_edition_jinan_2020();
    if (words[0] == "own") {
      Marshal.WriteInt32(at("base"), (int)Constant("DIJIA_BASE_OWN"));
      *(decimal*)at("own_price") = Number(words[1]);
    } else {
      Marshal.WriteInt32(at("base"), (int)Constant(words[0] == "zone" ? "DIJIA_BASE_ZONE" : "DIJIA_BASE_GRADE"));
      Marshal.WriteIntPtr(at("edition"), jinan);
      Read(Library.dijia_land_use_parse, words[1], at("land_use"), row);
      if (words[0] == "zone") {
        Read(Library.dijia_zone_code_parse, words[2], at("code"), row);
      } else {
        var grade = Keep(Marshal.AllocHGlobal(4));
        Read(Library.dijia_grade_parse, words[2], grade, row);
        Marshal.WriteByte(at("code.grade"), (byte)Marshal.ReadInt32(grade));
      }
    }
    foreach (var column in Decimals.Where(column => row[column] != "")) {
      var field = column == "rate" ? "capitalization_rate" : column;
      *(decimal*)at(field + ".value") = Number(row[column]);
      Marshal.WriteByte(at(field + ".present"), 1);
    }
    foreach (var field in new[] { "base_date", "valuation_date", "expiry_date" }.Where(field => row[field] != "")) {
      Read(Library.dijia_date_parse, row[field], at(field + ".value"), row);
      Marshal.WriteByte(at(field + ".present"), 1);
    }
    foreach (var field in new[] { "basis_development", "site_development" }.Where(field => row[field] != "")) {
      Read(Library.dijia_development_level_parse, row[field], at(field), row);
      Marshal.WriteByte(at("has_" + field), 1);
    }
    Pairs(row["coefficients"], "dijia_coefficient", at("coefficients"), at("coefficient_count"), (name, value, to) => {
      *(Text*)At(to, "dijia_coefficient", "name") = Name(name);
      *(decimal*)At(to, "dijia_coefficient", "value") = Number(value);
    });
    Pairs(row["factor_corrections"], "dijia_factor", at("factor_corrections"), at("factor_correction_count"),
          (name, value, to) => {
            Parse named = (text, length, factor, failure) => Library.dijia_factor_parse(Name(name), text, length, factor, failure);
            Read(named, value, to, row);
          });
    Pairs(row["unit_costs"], "dijia_unit_cost", at("unit_costs"), at("unit_cost_count"), (name, value, to) => {
      Read(Library.dijia_service_parse, name, At(to, "dijia_unit_cost", "service"), row);
      *(decimal*)At(to, "dijia_unit_cost", "cost") = Number(value);
    });
    Marshal.WriteByte(at("rounding.present"), 1);
    foreach (var field in new[] { "coefficient_places", "unit_price_places", "amount_places" }) {
      var usual = field == "coefficient_places" ? "4" : "2";
      var cell = row[field] == "" ? usual : row[field];
      var places = cell == "unrounded" ? Constant("DIJIA_UNROUNDED") : uint.Parse(cell, CultureInfo.InvariantCulture);
      Marshal.WriteByte(at("rounding." + field), (byte)places);
    }
    Marshal.WriteInt32(at("rounding.mode"), (int)Mode(row));
    Check(Library.dijia_appraise(one, found, error) == 0, "refused", row);
    foreach (var column in new[] { "unit_price", "wan_yuan_per_mu", "deviation" }) {
      var price = Shown(*(decimal*)At(found, Found, column));
      Check(price == row["=" + column], column + " is " + price, row);
    }
    for (var i = 0; i < Results.GetLength(0); i++) {
      var expected = row[Results[i, 0]];
      var present = Marshal.ReadByte(At(found, Found, Results[i, 1] + ".present")) != 0;
      var value = Shown(*(decimal*)At(found, Found, Results[i, 1] + ".value"));
      // A coefficient that is left unrounded has no text in the vectors.
      var isUnrounded = expected == "" && row["coefficient_places"] == "unrounded";
      Check(isUnrounded || (present ? value : "") == expected, Results[i, 1] + " is " + value, row);
    }
    kept.ForEach(Marshal.FreeHGlobal);
    kept.Clear();
    return 1;
  }

  static void Main(string[] arguments) {
    foreach (var row in Rows(arguments[0])) {
      if (row["field"] == "") Sizes[row["struct"]] = int.Parse(row["size"], CultureInfo.InvariantCulture);
      else Fields[row["struct"] + "." + row["field"]] = Tuple.Create(int.Parse(row["offset"], CultureInfo.InvariantCulture), row["type"]);
    }
    header = File.ReadAllLines(arguments[1], Encoding.UTF8);
    error = New("dijia_error");
    Func<string, Func<Dictionary<string, string>, int>, int, int> run = (file, check, least) => {
      var count = Rows(Path.Combine(arguments[2], file)).Sum(check);
      if (count < least) throw new Exception(file + ": only " + count);
      return count;
    };
    int rounding = run("rounding.tsv", Rounding, 500), unit = run("unit.tsv", Unit, 300), appraisal = run("appraisal.tsv", Appraisal, 1000);
    Console.WriteLine("C#: {0} roundings, {1} conversions, {2} appraisals", rounding, unit, appraisal);
  }
}
