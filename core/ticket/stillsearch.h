// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codepass.h"

namespace encore::ticket
{

/// Looks for all codes of one still picture: first at the whole of it, then, harder, at the parts that may hold a code.
class StillSearch
{
public:
    StillSearch(const GreyImage& image, const StillOptions& options);
    [[nodiscard]] std::vector<ReadCode> run();

private:
    /// A part of the picture, looked at in a size that a harder pass can afford.
    struct Area {
        int left = 0;
        int top = 0;
        int width = 0;
        int height = 0;
        double shrunkBy = 1;
        double busyness = 0;
    };

    [[nodiscard]] bool stopped() const;
    void lookAtAll();
    void lookForStripes();
    void lookAtAreas();
    void lookHarder(const Area& area, size_t passes);
    bool tryPass(const Area& area, const GreyImage& picture, size_t number);
    [[nodiscard]] std::vector<Area> areas() const;
    void addTiles(std::vector<Area>& areas, int shrunkBy, int count) const;
    [[nodiscard]] bool isWorthwhile(double busyness) const;
    /// Keeps what is new, and says whether there was any.
    bool keep(const std::vector<ReadCode>& codes);
    [[nodiscard]] bool isKnown(const ReadCode& code) const;
    [[nodiscard]] GreyImage rest() const; ///< the picture without the codes that were found

    GreyImage m_image;
    StillOptions m_options;
    std::vector<ReadCode> m_codes;
    GreyBuffer m_rest;
    double m_busynessOfCodes = 0;
};

} // namespace encore::ticket
