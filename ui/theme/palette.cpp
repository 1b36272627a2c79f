// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

namespace theme {
namespace {

void setSurfaces(QPalette &palette, const Tokens &tokens)
{
    palette.setColor(QPalette::Window, tokens.window);
    palette.setColor(QPalette::Base, tokens.panel);
    palette.setColor(QPalette::AlternateBase, tokens.sunken);
    palette.setColor(QPalette::Button, tokens.raised);
    palette.setColor(QPalette::ToolTipBase, tokens.raised);
    palette.setColor(QPalette::Highlight, tokens.select);
    // Fusion shades its bevels with these: flat, so all lines are the border's.
    palette.setColor(QPalette::Light, tokens.raised);
    palette.setColor(QPalette::Midlight, tokens.hover);
    palette.setColor(QPalette::Mid, tokens.border);
    palette.setColor(QPalette::Dark, tokens.edge);
    palette.setColor(QPalette::Shadow, tokens.border);
}

void setTexts(QPalette &palette, const Tokens &tokens)
{
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                            QPalette::HighlightedText, QPalette::BrightText}) {
        palette.setColor(role, tokens.text);
        palette.setColor(QPalette::Disabled, role, tokens.disabled);
    }
    palette.setColor(QPalette::PlaceholderText, tokens.muted);
    palette.setColor(QPalette::Link, tokens.accent);
    palette.setColor(QPalette::LinkVisited, tokens.accent);
}

} // namespace

QPalette makePalette(const Tokens &tokens)
{
    QPalette palette;
    setSurfaces(palette, tokens);
    setTexts(palette, tokens);
    return palette;
}

} // namespace theme
