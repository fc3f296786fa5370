/// Descent's version: in every manifest, and what `descent --version` says.
public let descentVersion = "0.1.0"
