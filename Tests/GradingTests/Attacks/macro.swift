@freestanding(expression) macro stolen() -> String = #externalMacro(module: "Stolen", type: "Stolen")

private func attack() { print(#stolen) }
