import AnswerChecks

let fansMisconceptions = [
  Misconception(
    "2.1", "fans-exchanged",
    "Your fans are exchanged. Weights lie as [inputs, outputs] here, so the rows are the fan-in.",
    source: "PyTorch's `Linear` and slides on z = Wx keep W as [outputs, inputs]", section: Section.fans),
  Misconception(
    "2.1", "bias-counted", "Your fan-in counts the bias as an input. Only inputs with weights count.",
    source: Origin.common("the bias is written as a weight of a constant input 1"), section: Section.fans, credit: 0.5),
  Misconception(
    "2.1", "inputs-twice",
    "Both of your fans are the number of inputs. The fan-out is the number of units: the columns.",
    source: Origin.common("the same dimension is read twice"), section: Section.fans),
  Misconception(
    "2.1", "weights-counted",
    "Your fan-in is the number of weights of the whole layer. It is a matter of one unit: how many inputs it sums.",
    source: Origin.common("fans are read as counts over a layer"), section: Section.fans),
  Misconception(
    "2.1", "total-fan-out",
    "Your fan-out counts all connections of the layer. It is a matter of one input: to how many units it goes.",
    source: Origin.common("fans are read as counts over a layer"), section: Section.fans),
]

let glorotUniformMisconceptions = [
  Misconception(
    "2.2", "both-negative",
    "Both ends of your range are negative, so every weight would be the same. The upper end is +r.",
    source: Origin.kretov(on: "weights initialization examples") + ", whose range has a minus at both ends",
    section: Section.glorot),
  Misconception(
    "2.2", "starts-at-zero", "Your range starts at 0. It lies around 0, from -r to r, so that the mean weight is 0.",
    source: Origin.common("uniform draws from 0 to 1 are only scaled"), section: Section.glorot),
  Misconception(
    "2.2", "root-forgotten",
    "The root is missing: you return 6 / (fan-in + fan-out), which is three times the variance.",
    source: Origin.common("the square of the bound is taken for the bound"), section: Section.spread),
  Misconception(
    "2.2", "deviation-for-limit",
    "Your bound is the standard deviation. A uniform draw from ±r has the standard deviation r/√3, so r is √3 times that.",
    source: Origin.common("the formula of the normal form is used for the range"), section: Section.spread),
  Misconception(
    "2.2", "fans-averaged",
    "You divide by the average of the fans. With a 6 above, their sum stands below; with the average it is a 3.",
    source: Origin.falcao(on: "weight initialization") + ", which writes the variance with the average",
    section: Section.glorot),
  Misconception(
    "2.2", "fan-in-alone", "Your range doesn't depend on the fan-out. Glorot's compromise has both fans in it.",
    source: "LeCun's uniform form in Keras, ±√(3 / fan-in)", section: Section.glorot),
  Misconception(
    "2.2", "width-for-limit", "Your range is r wide instead of 2r: r is the distance from 0 to each end.",
    source: Origin.common("the bound is taken for the width"), section: Section.glorot),
]

let glorotNormalMisconceptions = [
  varianceReturned("2.3"), limitForDeviation("2.3"),
  Misconception(
    "2.3", "sum-for-average",
    "You divide 1 by the sum of the fans. It is 1 over their average, which is 2 over their sum.",
    source: Origin.falcao(on: "weight initialization") + ": the average, easily read as a sum", section: Section.glorot),
  Misconception(
    "2.3", "fan-in-alone",
    "Your variance is 1 / fan-in: right for the way forward alone. Glorot's compromise has both fans in it.",
    source: Origin.dey(on: "Glorot's normal initialization") + ", the condition of forward propagation",
    section: Section.glorot),
  Misconception(
    "2.3", "fan-out-alone",
    "Your variance is 1 / fan-out: right for the way back alone. Glorot's compromise has both fans in it.",
    source: Origin.dey(on: "Glorot's normal initialization") + ", the condition of backpropagation",
    section: Section.glorot
  ),
  Misconception(
    "2.3", "rectifier-factor",
    "Your variance is twice as large. The factor 2 for rectifiers is He's; Glorot assumes nearly linear units.",
    source: "PyTorch's `calculate_gain`, which multiplies Glorot's form by √2 for rectifiers", section: Section.glorot,
    credit: 0.5),
]

let heMisconceptions = [
  varianceReturned("2.4"), limitForDeviation("2.4"),
  Misconception(
    "2.4", "factor-forgotten",
    "The factor 2 is missing. A rectifier lets half of the mean square through, so the weights make up for it.",
    source: "\"Efficient BackProp\" (LeCun and others, 1998), whose form is for units near the identity",
    section: Section.he),
  Misconception(
    "2.4", "factor-below", "The 2 stands below instead of above. Rectifiers take half away, so weights must be wider.",
    source: Origin.hePaper + ", equation 10 read from 1/2 n Var[w] = 1", section: Section.he),
  Misconception(
    "2.4", "fan-out-for-fan-in",
    "You use the fan-out. That keeps the gradients on the way back; asked is the way forward, with the fan-in.",
    source: Origin.hePaper + ", equation 14: the backward form", section: Section.he, credit: 0.5),
  Misconception(
    "2.4", "fans-averaged", "You use the average of both fans. That is Glorot's compromise; He takes the fan-in alone.",
    source: "Keras's `VarianceScaling` with scale 2 and mode fan_avg", section: Section.he),
]

let leCunMisconceptions = [
  varianceReturned("2.5"), limitForDeviation("2.5"),
  Misconception(
    "2.5", "fan-out-for-fan-in",
    "You use the fan-out. The sum over the inputs is to keep its size, so the fan-in counts.",
    source: Origin.common("the two fans are exchanged where weights lie as [outputs, inputs]"), section: Section.leCun),
  Misconception(
    "2.5", "rectifier-factor", "Your variance is He's: the factor 2 is for rectifiers. LeCun's has a 1 above.",
    source: Origin.falcao(on: "weight initialization") + ", one row higher in its table", section: Section.leCun),
  Misconception(
    "2.5", "fan-in-uniform",
    "Yours is the standard deviation of a uniform draw from ±1/√fan-in, which is smaller by √3.",
    source: Origin.kretov(on: "weights initialization") + ": a spread of about 1/√n, often drawn uniformly",
    section: Section.spread),
  Misconception(
    "2.5", "fans-averaged", "You use the average of both fans, which is Glorot's form. LeCun takes the fan-in alone.",
    source: Origin.glorotPaper + ", equation 12", section: Section.leCun),
]

private func varianceReturned(_ exercise: String) -> Misconception {
  Misconception(
    exercise, "variance-returned", "You return the variance. The standard deviation is its root.",
    source: Origin.kretov(on: "weights initialization examples") + ", which writes He's form as N(0, 2/m)",
    section: Section.spread)
}

private func limitForDeviation(_ exercise: String) -> Misconception {
  Misconception(
    exercise, "limit-for-deviation",
    "You return the bound of the uniform form, which is √3 times the standard deviation.",
    source: Origin.common("the formula of the uniform form is used for the normal one"), section: Section.spread)
}
