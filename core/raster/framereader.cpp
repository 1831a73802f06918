// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/framereader.h"

#include "ticket/codereader.h"

namespace encore::raster
{

class FrameReader::Reader
{
public:
    ticket::CodeReader codes;
};

FrameReader::FrameReader() : m_reader(std::make_unique<Reader>()) { }

FrameReader::~FrameReader() = default;

std::vector<FrameCode> FrameReader::read(const std::uint8_t* pixels, QSize size, qsizetype stride)
{
    if (!pixels || size.isEmpty() || stride < size.width())
        return {};
    std::vector<FrameCode> result;
    for (ticket::ReadCode& code : m_reader->codes.readFrame({pixels, size.width(), size.height(), stride}))
        result.push_back({std::move(code.text), std::move(code.format), code.corners});
    return result;
}

} // namespace encore::raster
